//! Everything that the binary refuses: exit code, standard output and standard error.

mod answers;
mod arguments;
mod bulk;
mod files;
#[cfg(target_os = "linux")]
mod full_disk;
mod settings;

use crate::program::Program;

/// Runs command lines one after the other, and writes down what each of them did.
fn transcript(program: &Program, lines: &[&str]) -> String {
    let refused = lines.iter().map(|line| {
        let arguments: Vec<_> = line.split_whitespace().collect();
        let shown = program.run(&arguments);
        assert!(!shown.starts_with("exit code: 0\n"), "{line}: {shown}");
        format!("$ {line}\n{shown}\n")
    });
    refused.collect::<String>().replace(program.path().to_str().unwrap(), "~")
}
