//! Files that hold personal data or a place to go on from: only their owner reads them, and nobody
//! sees half of one.

mod names;
mod write;

use std::io::{self, BufRead, BufReader, Read};

pub(crate) use self::names::{full_name, told_apart};
pub(crate) use self::write::{
    append, begin, begin_public, create_with, go_on, replace, replace_public, there_already,
    unwritable,
};

/// The mark that some editors put in front of a text; it is no part of it.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// Reads a text that is not longer than so many bytes: a device that never ends must not fill the
/// memory.
pub(crate) fn read_text(from: impl Read, most: u64) -> io::Result<String> {
    let mut text = String::new();
    text_reader(from, most)?.read_to_string(&mut text).map_err(told)?;
    Ok(text)
}

/// The same piece by piece: for a text that is too long to be held.
pub(crate) fn text_reader<R: Read>(from: R, most: u64) -> io::Result<impl BufRead> {
    let mut from = Bounded { from, left: most, most };
    let mut start = Vec::new();
    from.by_ref().take(MARK.len() as u64).read_to_end(&mut start)?;
    if start == MARK {
        start.clear();
    } else if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
        return Err(not_utf8());
    }
    Ok(BufReader::with_capacity(BUFFER, io::Cursor::new(start).chain(from)))
}

/// Reads all bytes, of which there may be so many.
pub(crate) fn read_bytes(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Bounded { from, left: most, most }.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What went wrong while a text was read, in words for people.
pub(crate) fn told(error: io::Error) -> io::Error {
    let is_own = error.get_ref().is_some_and(|source| source.to_string() == NOT_UTF8);
    if error.kind() == io::ErrorKind::InvalidData && !is_own { not_utf8() } else { error }
}

const NOT_UTF8: &str = "it is not UTF-8: save it as UTF-8";

fn not_utf8() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, NOT_UTF8)
}

/// So much is read at once.
const BUFFER: usize = 64 * 1024;

/// A source that may not be longer than so many bytes.
struct Bounded<R> {
    from: R,
    left: u64,
    most: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            // Only whether there is more counts.
            return match self.from.read(&mut [0])? {
                0 => Ok(0),
                _ => Err(io::Error::new(
                    io::ErrorKind::FileTooLarge,
                    format!("it is longer than {} bytes", self.most),
                )),
            };
        }
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let count = self.from.read(&mut buffer[..room])?;
        self.left -= count as u64;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], most: u64) -> Result<String, String> {
        read_text(bytes, most).map_err(|error| error.to_string())
    }

    #[test]
    fn a_mark_in_front_of_a_text_is_no_part_of_it() {
        assert_eq!(text("\u{feff}a".as_bytes(), 9).as_deref(), Ok("a"));
        assert_eq!(text("\u{feff}\u{feff}a".as_bytes(), 9).as_deref(), Ok("\u{feff}a"));
        assert_eq!(text("ä\u{feff}".as_bytes(), 9).as_deref(), Ok("ä\u{feff}"));
        assert_eq!(text(b"", 9).as_deref(), Ok(""));
    }

    #[test]
    fn another_encoding_is_named() {
        for bytes in [&[0xff, 0xfe, b'1', 0][..], &[0xfe, 0xff, 0, b'1'], b"a\xe4"] {
            assert_eq!(text(bytes, 9).unwrap_err(), "it is not UTF-8: save it as UTF-8");
        }
    }

    #[test]
    fn a_text_may_be_as_long_as_that_and_no_longer() {
        assert_eq!(text(b"12345", 5).as_deref(), Ok("12345"));
        assert_eq!(text(b"123456", 5).unwrap_err(), "it is longer than 5 bytes");
        assert_eq!(read_bytes(&b"\xff1"[..], 2).unwrap(), b"\xff1");
        assert!(read_bytes(&b"123"[..], 2).is_err());
    }
}
