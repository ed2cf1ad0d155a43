//! A recording reads the same however its stream is cut, and is judged the same in one pass.

#![no_main]

use std::io::{self, Read};
use std::num::NonZeroUsize;

use agentassist_conformance::{Judge, Verdict};
use agentassist_conformance::recordings::{self, Pieces};
use libfuzzer_sys::fuzz_target;

/// A stream that hands out few bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(buffer.len()).min(self.0.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

fn read(stream: impl Read) -> Result<usize, String> {
    let exchanges = Pieces::new(stream).map(|piece| piece.and_then(|piece| piece.read()));
    exchanges.collect::<Result<Vec<_>, _>>().map(|all| all.len()).map_err(|error| error.to_string())
}

fuzz_target!(|bytes: &[u8]| {
    let whole = read(bytes);
    for size in [1, 5] {
        assert_eq!(read(Drip(bytes, size)), whole);
    }
    let mut short = Vec::new();
    let gather = |_, verdict: Verdict| short.push(written(&verdict));
    let judged = recordings::judge(Pieces::new(bytes), &Judge::default(), NonZeroUsize::MIN, gather);
    assert_eq!(judged.is_ok(), whole.is_ok());
    // What is judged as it is read gets the verdict of what was read first.
    if let Ok(exchanges) = recordings::read(bytes) {
        let long: Vec<_> =
            exchanges.iter().map(|exchange| written(&Judge::default().judge(exchange))).collect();
        assert_eq!(short, long);
    }
});

fn written(verdict: &Verdict) -> String {
    serde_json::to_string(verdict).expect("a verdict has a form in JSON")
}
