//! Whether something may be deleted: asked on a terminal, and nowhere else.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::exit::Failure;
use crate::outcome::Situation;
use crate::output;
use crate::rows::OutputArguments;
use crate::signals::Interrupt;

/// The options of every command that deletes.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct ConfirmArguments {
    /// Delete without a question; needed where there is no terminal to ask on
    #[arg(short, long)]
    pub(crate) yes: bool,
    /// Print the requests, redacted, and send none
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What to do before deleting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// It was given beforehand.
    Given,
    /// Somebody is there to be asked.
    ToBeAsked,
}

impl ConfirmArguments {
    /// Finds out what to do, before anything is called.
    ///
    /// # Errors
    ///
    /// When consent is needed and nobody can be asked.
    pub(crate) fn consent(self, output: &OutputArguments) -> Result<Consent, Failure> {
        let is_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
        decide(self.yes, output.is_for_a_program(), is_terminal).map_err(Failure::Usage)
    }
}

fn decide(yes: bool, for_a_program: bool, is_terminal: bool) -> Result<Consent, String> {
    if yes {
        Ok(Consent::Given)
    } else if for_a_program {
        Err("nothing is asked where a program reads the output: give --yes to delete".to_owned())
    } else if !is_terminal {
        Err("there is no terminal to ask on: give --yes to delete".to_owned())
    } else {
        Ok(Consent::ToBeAsked)
    }
}

/// Asks on the terminal.
///
/// # Errors
///
/// When the answer is not yes, or somebody asks to stop instead.
pub(crate) async fn ask(interrupt: &Interrupt, question: String) -> Result<(), Failure> {
    let answer = tokio::task::spawn_blocking(move || {
        agrees(&question, &mut io::stdin().lock(), &mut io::stderr())
    });
    let agreed = tokio::select! {
        answer = answer => answer.unwrap_or(false),
        () = interrupt.asked(1) => {
            // What is told next does not stand behind the question.
            output::say("");
            false
        }
    };
    if agreed {
        Ok(())
    } else {
        Err(Situation::Interrupted.because("nothing was deleted: the answer was not yes").into())
    }
}

fn agrees(question: &str, answers: &mut impl BufRead, out: &mut impl Write) -> bool {
    let mut answer = String::new();
    let asked = write!(out, "{question} [y/N] ").and_then(|()| out.flush());
    let heard = asked.and_then(|()| answers.read_line(&mut answer));
    if matches!(heard, Ok(0)) {
        // Nobody has ended the line of the question. That this cannot be done either is all one.
        let _ = writeln!(out);
    }
    heard.is_ok() && matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_needs_a_terminal_and_no_program_that_reads() {
        assert_eq!(decide(false, false, true), Ok(Consent::ToBeAsked));
        assert_eq!(decide(true, true, false), Ok(Consent::Given));
        assert!(decide(false, true, true).unwrap_err().contains("--yes"));
        assert!(decide(false, false, false).unwrap_err().contains("no terminal"));
    }

    #[test]
    fn only_yes_is_yes() {
        let answered = |answer: &str| agrees("Delete?", &mut answer.as_bytes(), &mut Vec::new());
        assert!(answered("y\n") && answered("YES\n"));
        assert!(!answered("\n") && !answered("") && !answered("no\n") && !answered("yess\n"));
    }
}
