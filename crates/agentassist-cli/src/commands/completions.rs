//! `agentassist completions`: what a shell completes.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::exit::Failure;
use crate::output;

/// Print a script that lets a shell complete commands and options
///
/// The script is to be written where the shell looks for it, which may be a folder that is not there
/// yet.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  mkdir -p ~/.local/share/bash-completion/completions
  agentassist completions bash > ~/.local/share/bash-completion/completions/agentassist
  mkdir -p ~/.zfunc    # and in .zshrc, before compinit: fpath+=~/.zfunc
  agentassist completions zsh > ~/.zfunc/_agentassist
  mkdir -p ~/.config/fish/completions
  agentassist completions fish > ~/.config/fish/completions/agentassist.fish";

/// Runs the command for a command line of a type.
pub(crate) fn run<C: CommandFactory>(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    let mut command = C::command();
    let name = command.get_name().to_owned();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
