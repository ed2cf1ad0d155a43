//! `agentassist man`: the manual pages.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory;
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
    let command = C::command();
    if let Some(folder) = &arguments.out {
        fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(command, folder))
            .map_err(|error| {
                let what = format!("cannot write manual pages to {}", folder.display());
                Failure::outside(what, error)
            })?;
    } else {
        let mut page = Vec::new();
        Man::new(command)
            .render(&mut page)
            .map_err(|error| Failure::outside("cannot write the manual page", error))?;
        output::print(&String::from_utf8_lossy(&page))?;
    }
    Ok(ExitCode::SUCCESS)
}
