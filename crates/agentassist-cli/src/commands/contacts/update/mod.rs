//! `agentassist contacts update`.

mod json;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agentassist_client::generated::types::{CellPhoneUpdate, ContactId, ContactUpdate};

use super::{COLUMNS, to_row};
use crate::api::{self, CallArguments, Place, with_session};
use crate::bulk::contact_id;
use crate::exit::Failure;
use crate::outcome;
use crate::rows::{self, OutputArguments};
use crate::text_input::TextInput;

/// Change a contact, and print it as it is afterwards
///
/// What is not named stays as it is. The server joins the country code to the number: give the
/// number without it.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contacts update ID --last-name Lovelace --dry-run",
    "agentassist contacts update ID --country-code +44 --phone-number 7700900123",
    "agentassist contacts update ID --json changes.json",
))]
pub(super) struct Arguments {
    /// Id of the contact
    #[arg(value_parser = contact_id)]
    id: ContactId,
    /// Print the request, redacted, and do not send it
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    changes: Changes,
    /// Take the changes from a file with a JSON object, `-` for standard input
    ///
    /// Such as {"firstName": "Ada", "cellPhone": {"phoneNumber": "7700900123"}}
    #[arg(long, value_name = "FILE", conflicts_with = "Changes")]
    json: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    call: CallArguments,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Changes")]
struct Changes {
    /// Given name
    #[arg(long, value_name = "TEXT")]
    first_name: Option<String>,
    /// Family name
    #[arg(long, value_name = "TEXT")]
    last_name: Option<String>,
    /// Form of address, such as Ms
    #[arg(long, value_name = "TEXT")]
    salutation: Option<String>,
    /// Number without its country code
    #[arg(long, value_name = "DIGITS")]
    phone_number: Option<String>,
    /// Calling code of the country, such as +91
    #[arg(long, value_name = "CODE", allow_hyphen_values = true)]
    country_code: Option<String>,
    /// Dialling prefix, such as +
    #[arg(long, value_name = "PREFIX", allow_hyphen_values = true)]
    extension: Option<String>,
}

/// No changes are longer, in bytes.
const MOST: u64 = 1024 * 1024;

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let changes = match &arguments.json {
        Some(path) => read(path)?,
        None => arguments.changes.to_update(),
    };
    if changes == ContactUpdate::default() {
        return Err(Failure::Usage(
            "nothing to change: give an option such as --first-name, or --json FILE".to_owned(),
        ));
    }
    if arguments.dry_run {
        let place = Place::by_settings(&arguments.call)?;
        let request =
            api::planned("updateContact", &place, Some(&arguments.id), Some(to_row(&changes)?));
        api::show(&place, vec![request], &arguments.output)?;
        return Ok(ExitCode::SUCCESS);
    }
    with_session(&arguments.call, async |session| {
        let contacts = session.api.contacts();
        let contact = session.changing(contacts.update(&arguments.id, changes)).await?;
        let shown = rows::one(&arguments.output, &to_row(&contact)?, COLUMNS);
        shown.map_err(|failure| failure.after("the contact was changed"))?;
        Ok(ExitCode::SUCCESS)
    })
}

impl Changes {
    fn to_update(&self) -> ContactUpdate {
        let cell_phone = CellPhoneUpdate {
            phone_number: self.phone_number.clone(),
            country_code: self.country_code.clone(),
            extension: self.extension.clone(),
        };
        ContactUpdate {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            salutation: self.salutation.clone(),
            cell_phone: Some(cell_phone).filter(|phone| *phone != CellPhoneUpdate::default()),
        }
    }
}

fn read(path: &Path) -> Result<ContactUpdate, Failure> {
    let input = TextInput::at(path);
    json::changes(&input.read("the changes", MOST)?)
        .map_err(|problem| Failure::Usage(format!("{input}: {problem}")))
}
