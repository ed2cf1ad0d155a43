//! `cargo xtask test`: everything that CI checks, one step after the other.

use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::{Failure, project};

/// Checks format, lints, the document, freshness, all tests, and the documentation.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// One step: its name, the command, and variables set for it.
struct Step {
    name: &'static str,
    cargo: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

const STEPS: &[Step] = &[
    Step { name: "format", cargo: &["fmt", "--all", "--check"], environment: &[] },
    Step { name: "house rules of the document", cargo: &["xtask", "lint"], environment: &[] },
    Step { name: "generated files", cargo: &["xtask", "generate", "--check"], environment: &[] },
    Step {
        name: "clippy",
        cargo: &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
        environment: &[],
    },
    // Examples and benchmarks are compiled by clippy; documentation tests run here too.
    Step { name: "tests", cargo: &["test", "--workspace", "--quiet"], environment: &[] },
    Step {
        name: "documentation",
        cargo: &["doc", "--workspace", "--no-deps", "--quiet"],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
    Step { name: "reference", cargo: &["xtask", "docs"], environment: &[] },
];

/// Runs the steps; stops at the first that fails.
pub(crate) fn run(_: &Arguments) -> Result<ExitCode, Failure> {
    for step in STEPS {
        let started = Instant::now();
        say(&format!("{:>12} {} (cargo {})", "Checking", step.name, step.cargo.join(" ")));
        // Cargo names the toolchain's own binary; `cargo xtask` itself was started by it.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args(step.cargo)
            .envs(step.environment.iter().copied())
            .current_dir(project::root())
            .status()
            .map_err(|source| Failure::Run { name: step.name, source })?;
        if !status.success() {
            say(&format!("{:>12} {}", "Failure", step.name));
            return Ok(ExitCode::FAILURE);
        }
        say(&format!("{:>12} {} in {:.1} s", "Passed", step.name, started.elapsed().as_secs_f32()));
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stderr, reason = "this is the command's progress")]
fn say(line: &str) {
    eprintln!("{line}");
}
