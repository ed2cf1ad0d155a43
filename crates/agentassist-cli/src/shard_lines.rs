//! Writes the lines of a shard to standard output.

use std::error::Error;
use std::io::{self, BufWriter, Stdout, Write};

use agentassist_conformance::Verdict;
use agentassist_conformance::recordings::{Shard, ShardLine};

use crate::exit::Failure;
use crate::output;

/// Writes as the run goes. The first line that cannot be written is the last that is tried.
#[derive(Debug)]
pub(crate) struct ShardLines {
    out: BufWriter<Stdout>,
    exchanges: usize,
    outcome: io::Result<()>,
}

impl ShardLines {
    /// Begins with the line that names the shard.
    pub(crate) fn begin(shard: Shard, options: Vec<String>) -> Self {
        let out = BufWriter::new(io::stdout());
        let mut lines = Self { out, exchanges: 0, outcome: Ok(()) };
        let version = env!("CARGO_PKG_VERSION").to_owned();
        lines.write(&ShardLine::Shard { shard, version, options });
        lines
    }

    /// Names the input that the next lines are about.
    pub(crate) fn file(&mut self, name: &str) {
        self.write(&ShardLine::File { name: name.to_owned() });
    }

    /// Adds a verdict.
    pub(crate) fn exchange(&mut self, number: usize, verdict: Verdict) {
        self.exchanges += 1;
        self.write(&ShardLine::Exchange { number, verdict: Box::new(verdict) });
    }

    /// Says that the input is something else.
    pub(crate) fn passed_over(&mut self) {
        self.write(&ShardLine::PassedOver {});
    }

    /// Adds a fault, from which on nothing of the input can be used.
    pub(crate) fn fault(&mut self, number: usize, error: &dyn Error) {
        self.write(&ShardLine::Fault { number, message: output::chain(error) });
    }

    /// Adds the last line. A reader that has seen enough is no error.
    pub(crate) fn end(mut self) -> Result<(), Failure> {
        self.write(&ShardLine::End { exchanges: self.exchanges });
        match self.outcome.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::outside("cannot write to standard output", error))
            }
            _ => Ok(()),
        }
    }

    fn write(&mut self, line: &ShardLine) {
        if self.outcome.is_ok() {
            self.outcome = serde_json::to_writer(&mut self.out, line)
                .map_err(io::Error::from)
                .and_then(|()| self.out.write_all(b"\n"));
        }
    }
}
