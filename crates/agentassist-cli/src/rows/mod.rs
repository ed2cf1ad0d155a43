//! Results as rows: a table for people, and four forms for programs.
//!
//! On a terminal the default is a table, everywhere else NDJSON: one object on a line, which a
//! program can read while the rest is still to come, and of which the part before an interruption
//! is whole.

mod fields;
mod printable;
mod stdout;
mod style;
mod table;
mod writer;
mod yaml;

use std::fmt;
use std::io::{self, IsTerminal};

use clap::ValueEnum;
use clap::builder::PossibleValue;
use serde::{Deserialize, Serialize};

pub(crate) use self::fields::Fields;
pub(crate) use self::printable::printable;
pub(crate) use self::stdout::{finish, one, room, to_stdout, warn_of, written};
pub(crate) use self::writer::{Rows, Shape};

/// How results are written
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArguments {
    /// Form of the result (default: `table` on a terminal, else `ndjson`)
    #[arg(short, long, value_enum, value_name = "FORM")]
    output: Option<Format>,
    /// Fields to show, such as `id,fullName,cellPhone.phoneNumber`
    #[arg(long, value_delimiter = ',', value_name = "FIELDS")]
    fields: Vec<String>,
}

/// The form of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// Columns for people
    Table,
    /// One array, or one object
    Json,
    /// One object on each line
    Ndjson,
    /// Comma-separated values with a header, after RFC 4180
    Csv,
    /// A list, or one mapping
    Yaml,
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.to_possible_value().as_ref().map_or("", PossibleValue::get_name))
    }
}

impl OutputArguments {
    /// The form that is asked for, or the one that suits where the output goes.
    pub(crate) fn format(&self) -> Format {
        self.format_for(io::stdout().is_terminal())
    }

    /// The same where the output goes to something that is a terminal or not.
    pub(crate) fn format_for(&self, is_terminal: bool) -> Format {
        self.output.unwrap_or(if is_terminal { Format::Table } else { Format::Ndjson })
    }

    /// Whether a program is going to read the result, by explicit wish.
    pub(crate) fn is_for_a_program(&self) -> bool {
        self.output.is_some_and(|format| format != Format::Table)
    }

    /// The fields that are asked for; of none, all.
    pub(crate) fn fields(&self) -> Fields {
        Fields::new(&self.fields)
    }
}
