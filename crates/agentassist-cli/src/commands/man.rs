//! `agentassist man`: the manual pages.

mod roff;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::Resettable;
use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::exit::Failure;
use crate::output;

/// Print the manual page, or write one for each command
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Write the pages of all commands into this folder, which is made if it is not there
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  agentassist man | man -l -
  agentassist man --out ~/.local/share/man/man1";

/// Runs the command for a command line of a type.
pub(crate) fn run<C: CommandFactory>(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut command = C::command().disable_help_subcommand(true);
    command.build();
    let Some(folder) = &arguments.out else {
        let page = page(&command)
            .map_err(|error| Failure::outside("cannot make the manual page", error))?;
        output::print(&page)?;
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(folder).and_then(|()| write(&command, folder)).map_err(|error| {
        Failure::outside(format!("cannot write manual pages to {}", folder.display()), error)
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the page of a command and those of all commands below it.
fn write(command: &Command, folder: &Path) -> io::Result<()> {
    fs::write(folder.join(format!("{}.1", title(command))), page(command)?)?;
    command.get_subcommands().try_for_each(|below| write(below, folder))
}

/// The name of a command and of those above it, with hyphens between.
fn title(command: &Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).replace(' ', "-")
}

/// The page of a command. What stands below its options in `--help` becomes sections.
fn page(command: &Command) -> io::Result<String> {
    let mut page = Vec::new();
    let bare = command.clone().after_help(Resettable::Reset).after_long_help(Resettable::Reset);
    Man::new(bare).render(&mut page)?;
    let page = String::from_utf8_lossy(&page).into_owned();
    let lines = roff::tidy(&page).into_iter().map(|line| {
        // Without a date, which no two builds would share, the title lacks an argument.
        if line.starts_with(".TH ") { heading(command) } else { format!("{line}\n") }
    });
    let after = command.get_after_long_help().or(command.get_after_help());
    let sections = after.map(|text| roff::sections(&text.to_string())).unwrap_or_default();
    Ok(lines.chain([sections]).collect())
}

fn heading(command: &Command) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(".TH {} 1 \"\" \"agentassist {version}\" \"agentassist\"\n", title(command))
}
