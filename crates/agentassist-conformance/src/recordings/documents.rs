//! Where YAML documents begin and end in a stream, without reading what they say.
//!
//! A line that begins with three dashes or three dots ends a document wherever it stands: YAML
//! lets no text of a document begin a line so.

use std::io::{self, Read};

use memchr::memchr;

use super::scanner::{Fault, Scanner, Sink};

/// What begins a line between two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Border {
    Dashes,
    Dots,
}

/// Whether a stream looks like YAML and not like JSON.
pub(super) fn is_yaml<R: Read>(scanner: &mut Scanner<R>) -> io::Result<bool> {
    const NAME: usize = 64;

    let begin = scanner.peek_many(NAME + 1)?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-".contains(byte);
    let name = begin.iter().take(NAME).take_while(|byte| is_name(byte)).count();
    Ok(matches!(begin.first(), Some(b'#' | b'%'))
        || border(begin).is_some()
        || (name > 0 && begin.get(name) == Some(&b':')))
}

/// Passes one document into the sink; false at the end of the stream.
pub(super) fn document<R: Read>(scanner: &mut Scanner<R>, sink: &mut Sink) -> Result<bool, Fault> {
    let mut has_content = false;
    let mut is_line_start = true;
    // A line can come in several chunks.
    let mut is_comment = false;
    loop {
        let chunk = scanner.peek_many(if is_line_start { 4 } else { 1 }).map_err(Fault::Io)?;
        if chunk.is_empty() {
            return Ok(has_content);
        }
        let end = memchr(b'\n', chunk);
        let passed = end.map_or(chunk.len(), |end| end + 1);
        let mut text = &chunk[..passed];
        if is_line_start {
            is_comment = matches!(text[0], b'#' | b'%');
            match border(text) {
                Some(Border::Dashes) if has_content => return Ok(true),
                Some(Border::Dots) => {
                    is_line_start = end.is_some();
                    scanner.advance(passed);
                    if has_content {
                        return Ok(true);
                    }
                    continue;
                }
                // A document may begin in the line of the dashes.
                Some(Border::Dashes) => text = &text[3..],
                None => {}
            }
        }
        has_content |= !is_comment && !is_blank(text);
        sink.push(&chunk[..passed]);
        scanner.advance(passed);
        is_line_start = end.is_some();
    }
}

/// What a line is, if it stands between two documents.
fn border(line: &[u8]) -> Option<Border> {
    let (begin, rest) = line.split_at_checked(3)?;
    let is_alone = rest.first().is_none_or(|byte| b" \t\r\n".contains(byte));
    match begin {
        b"---" if is_alone => Some(Border::Dashes),
        b"..." if is_alone => Some(Border::Dots),
        _ => None,
    }
}

fn is_blank(text: &[u8]) -> bool {
    text.iter().all(|byte| b" \t\r\n".contains(byte))
}
