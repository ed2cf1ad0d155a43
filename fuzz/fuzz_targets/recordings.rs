//! A recording reads the same however its stream is cut, and is judged the same in one pass.

#![no_main]

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::num::NonZeroUsize;

use agentassist_conformance::recordings::{self, Pieces};
use agentassist_conformance::{Judge, Verdict};
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
    let mut short = BTreeMap::new();
    let gather = |number, verdict: Verdict| drop(short.insert(number, written(&verdict)));
    let judged =
        recordings::judge(Pieces::new(bytes), &Judge::default(), NonZeroUsize::MIN, gather);
    // What is judged as it is read gets the verdict of what was read first.
    for piece in Pieces::new(bytes) {
        let Ok(piece) = piece else { break };
        match piece.read() {
            Ok(Some(exchange)) if piece.is_shortened() => drop(exchange),
            Ok(Some(exchange)) => {
                let long = written(&Judge::default().judge(&exchange));
                assert_eq!(short.remove(&piece.number()), Some(long));
            }
            // There is none, or no answer, or something else.
            Ok(None) => drop(short.remove(&piece.number())),
            // Others may follow one that cannot be read.
            Err(_) if short.contains_key(&piece.number()) => drop(short.remove(&piece.number())),
            Err(_) => {
                assert!(judged.is_err());
                break;
            }
        }
    }
    assert!(short.is_empty());
    assert!(judged.is_ok() || whole.is_err());
});

fn written(verdict: &Verdict) -> String {
    serde_json::to_string(verdict).expect("a verdict has a form in JSON")
}
