//! Finds where JSON values begin and end in a stream, without reading what they say.

use std::io::{self, Read};

use memchr::{memchr_iter, memchr2, memrchr};

use super::ReadError;

/// How much is asked of the stream at once.
const CHUNK: usize = 256 * 1024;
/// The longest string that is kept, in bytes: of a longer one nothing is.
pub(super) const STRING_LIMIT: usize = 16 * 1024 * 1024;
/// The longest value that is kept, in bytes.
pub(super) const VALUE_LIMIT: usize = 2 * STRING_LIMIT;

/// A stream of JSON with a place in it.
#[derive(Debug)]
pub(super) struct Scanner<R> {
    input: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    /// Bytes before `start`.
    position: usize,
    /// The line of `start`, counted from 1.
    line: usize,
    /// Where that line begins.
    line_start: usize,
}

/// Where a value begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// Bytes before it.
    pub(super) position: usize,
    /// Its line, counted from 1.
    pub(super) line: usize,
    /// Bytes before it in its line.
    pub(super) column: usize,
}

/// What becomes of the values that are passed.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) text: Vec<u8>,
    /// A string was longer than is kept, and is empty now.
    pub(super) is_shortened: bool,
    /// All of it was longer than is kept, and nothing is.
    pub(super) is_too_long: bool,
    /// Nothing is kept at all.
    discards: bool,
}

impl Sink {
    /// A sink that keeps nothing.
    pub(super) fn discard() -> Self {
        Self { discards: true, ..Self::default() }
    }

    /// Adds bytes, if they are not more than is kept.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        if self.text.len() + bytes.len() > VALUE_LIMIT && !self.discards {
            *self = Self { is_too_long: true, ..Self::discard() };
        }
        if !self.discards {
            self.text.extend_from_slice(bytes);
        }
    }
}

/// Why a value could not be passed.
#[derive(Debug)]
pub(super) enum Fault {
    /// The stream ends inside of it.
    End,
    /// The stream cannot be read.
    Io(io::Error),
}

impl Place {
    /// The place behind so many whole lines of so many bytes together.
    pub(super) fn behind(self, lines: usize, bytes: usize) -> Self {
        let column = if lines == 0 { self.column } else { 0 };
        Self { position: self.position + bytes, line: self.line + lines, column }
    }
}

impl<R: Read> Scanner<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            position: 0,
            line: 1,
            line_start: 0,
        }
    }

    /// The place that is reached.
    pub(super) fn place(&self) -> Place {
        let Self { position, line, line_start, .. } = *self;
        Place { position, line, column: position - line_start }
    }

    /// The bytes that come next, at least as many as asked for unless the stream ends.
    pub(super) fn peek_many(&mut self, count: usize) -> io::Result<&[u8]> {
        while self.end - self.start < count {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
            match self.input.read(&mut self.buffer[self.end..]) {
                Ok(0) => break,
                Ok(read) => self.end += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(&self.buffer[self.start..self.end])
    }

    /// Whole lines of at least so many bytes together, unless the stream ends or one line is longer
    /// than is kept. The place stays where it is, for [`unread`](Self::unread) to set.
    ///
    /// They are written into a buffer that is no longer needed: a new one for each batch would be
    /// taken from the system, and given back to it, page by page.
    pub(super) fn lines(&mut self, size: usize, mut lines: Vec<u8>) -> io::Result<Vec<u8>> {
        lines.clear();
        lines.reserve(2 * size);
        lines.extend_from_slice(&self.buffer[self.start..self.end]);
        let mut is_over = false;
        loop {
            let last = memrchr(b'\n', &lines).map(|last| last + 1);
            if is_over || lines.len() > STRING_LIMIT {
                (self.start, self.end) = (0, 0);
                return Ok(lines);
            }
            if let Some(end) = last.filter(|_| lines.len() >= size) {
                self.keep(&lines[end..]);
                lines.truncate(end);
                return Ok(lines);
            }
            let read = self.input.by_ref().take(size as u64).read_to_end(&mut lines)?;
            is_over = read < size;
        }
    }

    /// Takes back lines that were handed out, which begin at this place.
    pub(super) fn unread(&mut self, mut lines: Vec<u8>, place: Place) {
        lines.extend_from_slice(&self.buffer[self.start..self.end]);
        self.keep(&lines);
        self.position = place.position;
        self.line = place.line;
        self.line_start = place.position - place.column;
    }

    /// Makes these the bytes that come next.
    fn keep(&mut self, bytes: &[u8]) {
        self.buffer.resize(self.buffer.len().max(bytes.len()), 0);
        self.buffer[..bytes.len()].copy_from_slice(bytes);
        (self.start, self.end) = (0, bytes.len());
    }

    /// The next byte that is no space; spaces go into the sink.
    pub(super) fn peek(&mut self, sink: &mut Sink) -> io::Result<Option<u8>> {
        loop {
            let chunk = self.peek_many(1)?;
            let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
            let spaces = chunk.iter().take_while(|byte| is_space(byte)).count();
            let next = chunk.get(spaces).copied();
            let is_end = chunk.is_empty();
            sink.push(&chunk[..spaces]);
            self.advance(spaces);
            if next.is_some() || is_end {
                return Ok(next);
            }
        }
    }

    /// Passes bytes that were looked at.
    pub(super) fn advance(&mut self, count: usize) {
        let passed = &self.buffer[self.start..self.start + count];
        if let Some(last) = memrchr(b'\n', passed) {
            self.line += memchr_iter(b'\n', passed).count();
            self.line_start = self.position + last + 1;
        }
        self.position += count;
        self.start += count;
    }

    /// Passes one byte that was looked at.
    pub(super) fn take(&mut self, sink: &mut Sink) {
        sink.push(&self.buffer[self.start..=self.start]);
        self.advance(1);
    }

    /// Passes one value, by its brackets and quotes alone.
    pub(super) fn value(&mut self, sink: &mut Sink) -> Result<(), Fault> {
        let mut depth = 0_usize;
        let mut is_begun = false;
        loop {
            let chunk = self.peek_many(1).map_err(Fault::Io)?;
            if chunk.is_empty() {
                return if is_begun && depth == 0 { Ok(()) } else { Err(Fault::End) };
            }
            let mut passed = chunk.len();
            let mut is_over = false;
            let mut is_string = false;
            let mut index = 0;
            while let Some(byte) = chunk.get(index) {
                match byte {
                    b'"' => match end_of_string(&chunk[index + 1..]) {
                        Some(length) if depth > 0 => index += length,
                        // What goes on behind the chunk, or is the whole value.
                        _ => {
                            (passed, is_string) = (index + 1, true);
                            break;
                        }
                    },
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth > 1 => depth -= 1,
                    b'}' | b']' => {
                        // What closes nothing ends a number or a word before it.
                        (passed, is_over) = (index + depth, true);
                        break;
                    }
                    b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => {
                        (passed, is_over) = (index, true);
                        break;
                    }
                    _ => {}
                }
                index += 1;
            }
            is_begun |= passed > 0;
            sink.push(&chunk[..passed]);
            self.advance(passed);
            if is_string {
                self.rest_of_string(sink)?;
                is_over = depth == 0;
            }
            if is_over {
                return Ok(());
            }
        }
    }

    /// Passes a string from behind its first quote.
    fn rest_of_string(&mut self, sink: &mut Sink) -> Result<(), Fault> {
        let begin = sink.text.len();
        let mut is_too_long = false;
        let mut is_escaped = false;
        loop {
            let chunk = self.peek_many(1).map_err(Fault::Io)?;
            if chunk.is_empty() {
                return Err(Fault::End);
            }
            let (passed, is_over) = if is_escaped {
                is_escaped = false;
                (1, false)
            } else {
                match memchr2(b'"', b'\\', chunk) {
                    None => (chunk.len(), false),
                    Some(index) => {
                        is_escaped = chunk[index] == b'\\';
                        (index + 1, !is_escaped)
                    }
                }
            };
            if !is_too_long {
                sink.push(&chunk[..passed]);
            } else if is_over {
                sink.push(b"\"");
            }
            if !is_too_long && sink.text.len().saturating_sub(begin) > STRING_LIMIT {
                sink.text.truncate(begin);
                sink.is_shortened = true;
                is_too_long = true;
                if is_over {
                    sink.push(b"\"");
                }
            }
            self.advance(passed);
            if is_over {
                return Ok(());
            }
        }
    }

    /// What stands where something else belongs.
    pub(super) fn unexpected(&mut self) -> ReadError {
        let Place { position, line, column } = self.place();
        match self.peek_many(4).map(|next| std::str::from_utf8(&next[..next.len().min(4)])) {
            Err(source) => ReadError::Io { source },
            Ok(Ok("")) => ReadError::Truncated { line },
            Ok(Err(error)) if error.valid_up_to() == 0 && error.error_len().is_some() => {
                ReadError::NotUtf8 { position }
            }
            Ok(_) => ReadError::NotJson { line, column: column + 1 },
        }
    }
}

/// How many bytes of a string are left behind its first quote, up to and with the last; nothing if
/// it does not end here.
fn end_of_string(rest: &[u8]) -> Option<usize> {
    let mut passed = 0;
    loop {
        let index = passed + memchr2(b'"', b'\\', rest.get(passed..)?)?;
        if rest[index] == b'"' {
            return Some(index + 1);
        }
        // Whatever is escaped ends nothing.
        passed = index + 2;
    }
}
