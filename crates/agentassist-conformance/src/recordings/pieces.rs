//! From a stream to the texts of its exchanges, one at a time.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::piece::{Form, Piece};
use super::scanner::{Fault, Place, Scanner, Sink};
use super::{ReadError, Shard, documents};

/// The exchanges of a recording, an NDJSON stream, a HAR file or an `httpmock` recording, each as
/// its text.
///
/// Memory stays flat however long the stream is: it holds one exchange at a time. After an error
/// nothing more comes.
#[derive(Debug)]
pub struct Pieces<R> {
    scanner: Scanner<R>,
    state: State,
    /// How many pieces there were.
    count: usize,
    shard: Shard,
    /// Where files lie that a HAR file leaves bodies in.
    folder: Option<Arc<Path>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing is read.
    Start,
    /// Behind the opening bracket of a list of exchanges, or behind an exchange in it.
    List,
    /// Behind an exchange that stands by itself.
    Lines,
    /// Behind the opening bracket of a HAR file's entries, or behind an entry.
    Entries,
    /// Before a YAML document, or behind one.
    Documents,
    /// At the end.
    End,
}

impl<R: Read> Pieces<R> {
    /// Reads from a stream.
    pub fn new(input: R) -> Self {
        Self {
            scanner: Scanner::new(input),
            state: State::Start,
            count: 0,
            shard: Shard::WHOLE,
            folder: None,
        }
    }

    /// Reads bodies that a HAR file leaves in files beside it, as Playwright writes them, from this
    /// folder. Without it, they are not recorded.
    #[must_use]
    pub fn beside(mut self, folder: impl AsRef<Path>) -> Self {
        self.folder = Some(Arc::from(folder.as_ref()));
        self
    }

    /// Passes over what is not of a shard.
    #[must_use]
    pub fn only(mut self, shard: Shard) -> Self {
        self.shard = shard;
        self
    }

    /// What is wrong with the first piece; said of all if what follows it is no exchange either.
    pub(super) fn first_fault(&mut self, error: ReadError) -> ReadError {
        if !error.is_foreign() {
            return error;
        }
        // Every shard looks at the same piece.
        self.shard = Shard::WHOLE;
        match self.next() {
            Some(Ok(second)) if second.read().is_ok() => error,
            _ => error.problem(),
        }
    }

    /// Lines, where an exchange stood by itself and others may follow: most likely each line is one.
    /// Nothing where that cannot be, or at the end. They are written into this buffer.
    pub(super) fn lines(
        &mut self,
        size: usize,
        buffer: Vec<u8>,
    ) -> Option<Result<Vec<u8>, ReadError>> {
        if self.state != State::Lines || self.shard != Shard::WHOLE {
            return None;
        }
        let lines = self.scanner.lines(size, buffer).map_err(io);
        match &lines {
            Ok(lines) if lines.is_empty() => return None,
            Ok(_) => {}
            Err(_) => self.state = State::End,
        }
        Some(lines)
    }

    /// The place that is reached.
    pub(super) fn place(&self) -> Place {
        self.scanner.place()
    }

    /// Takes back lines that were handed out: they begin at this place, behind so many exchanges.
    pub(super) fn unread(&mut self, lines: Vec<u8>, place: Place, count: usize) {
        self.scanner.unread(lines, place);
        self.count = count;
    }

    fn step(&mut self) -> Result<Option<Piece>, ReadError> {
        match self.state {
            State::Start => self.start(),
            State::List => self.item(Form::Exchange),
            State::Entries => self.item(Form::HarEntry),
            State::Documents => self.document(),
            State::Lines => match self.peek()? {
                None => Ok(None),
                Some(b'{') => self.piece(Form::Exchange).map(Some),
                Some(b'[' | b'"' | b'0'..=b'9' | b'-' | b't' | b'f' | b'n') => {
                    Err(ReadError::Foreign)
                }
                Some(_) => Err(self.scanner.unexpected()),
            },
            State::End => Ok(None),
        }
    }

    fn start(&mut self) -> Result<Option<Piece>, ReadError> {
        const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

        let begin = self.scanner.peek_many(BYTE_ORDER_MARK.len()).map_err(io)?;
        if begin.starts_with(BYTE_ORDER_MARK) {
            self.scanner.advance(BYTE_ORDER_MARK.len());
        }
        match self.peek()? {
            None => Err(ReadError::Empty),
            Some(b'[') => {
                self.scanner.advance(1);
                self.state = State::List;
                self.item(Form::Exchange)
            }
            Some(b'{') => self.first_object(),
            Some(_) if documents::is_yaml(&mut self.scanner).map_err(io)? => {
                self.state = State::Documents;
                self.document()
            }
            Some(_) => {
                let (mut sink, place) = (Sink::default(), self.scanner.place());
                self.scanner.value(&mut sink).map_err(|fault| self.explain(fault))?;
                // A value, but none that could be or hold an exchange; or no JSON at all.
                let piece = Piece::new(Form::Exchange, sink, 1, place);
                Err(piece.read().err().unwrap_or(ReadError::Foreign))
            }
        }
    }

    /// Reads the first object: an exchange, unless it has the property of a HAR file.
    fn first_object(&mut self) -> Result<Option<Piece>, ReadError> {
        let (mut sink, place) = (Sink::default(), self.scanner.place());
        self.scanner.take(&mut sink);
        loop {
            match self.scanner.peek(&mut sink).map_err(io)? {
                Some(b'"') => {}
                Some(b'}') => break,
                _ => return Err(self.scanner.unexpected()),
            }
            let name = sink.text.len();
            self.property(&mut sink)?;
            // Of what is too long, nothing is left.
            let is_log = sink.text.get(name..).is_some_and(|name| name.starts_with(b"\"log\""));
            if is_log && self.scanner.peek(&mut sink).map_err(io)? == Some(b'{') {
                return self.log();
            }
            self.scanner.value(&mut sink).map_err(|fault| self.explain(fault))?;
            match self.scanner.peek(&mut sink).map_err(io)? {
                Some(b',') => self.scanner.take(&mut sink),
                Some(b'}') => break,
                _ => return Err(self.scanner.unexpected()),
            }
        }
        self.scanner.take(&mut sink);
        self.state = State::Lines;
        self.count = 1;
        Ok(Some(Piece::new(Form::Exchange, sink, 1, place)))
    }

    /// Passes the name of a property and the colon, up to the value.
    fn property(&mut self, sink: &mut Sink) -> Result<(), ReadError> {
        self.scanner.value(sink).map_err(|fault| self.explain(fault))?;
        if self.scanner.peek(sink).map_err(io)? != Some(b':') {
            return Err(self.scanner.unexpected());
        }
        self.scanner.take(sink);
        self.scanner.peek(sink).map_err(io)?;
        Ok(())
    }

    /// Looks for the entries of a HAR file, from its `log` on.
    fn log(&mut self) -> Result<Option<Piece>, ReadError> {
        self.scanner.advance(1);
        let mut passed = Sink::discard();
        loop {
            match self.scanner.peek(&mut passed).map_err(io)? {
                Some(b'"') => {}
                Some(b'}') => break,
                _ => return Err(self.scanner.unexpected()),
            }
            let mut name = Sink::default();
            self.property(&mut name)?;
            let is_list = self.scanner.peek(&mut passed).map_err(io)? == Some(b'[');
            if is_list && name.text.starts_with(b"\"entries\"") {
                self.scanner.advance(1);
                self.state = State::Entries;
                return self.item(Form::HarEntry);
            }
            self.scanner.value(&mut passed).map_err(|fault| self.explain(fault))?;
            match self.scanner.peek(&mut passed).map_err(io)? {
                Some(b',') => self.scanner.advance(1),
                Some(b'}') => break,
                _ => return Err(self.scanner.unexpected()),
            }
        }
        Err(ReadError::Foreign)
    }

    /// Reads the next item of a list.
    fn item(&mut self, form: Form) -> Result<Option<Piece>, ReadError> {
        let next = self.peek()?;
        match next {
            Some(b']') => {
                self.scanner.advance(1);
                self.state = State::End;
                self.after_list(form)?;
                return Ok(None);
            }
            Some(b',') if self.count > 0 => {
                self.scanner.advance(1);
                self.peek()?;
            }
            Some(_) if self.count == 0 => {}
            _ => return Err(self.scanner.unexpected()),
        }
        self.piece(form).map(Some)
    }

    /// Passes what follows a list: nothing, or the rest of a HAR file.
    fn after_list(&mut self, form: Form) -> Result<(), ReadError> {
        if form == Form::HarEntry {
            // Inside of the log and inside of the file.
            for _ in 0..2 {
                let mut passed = Sink::discard();
                while self.scanner.peek(&mut passed).map_err(io)? == Some(b',') {
                    self.scanner.advance(1);
                    self.scanner.peek(&mut passed).map_err(io)?;
                    self.property(&mut passed)?;
                    self.scanner.value(&mut passed).map_err(|fault| self.explain(fault))?;
                }
                if self.peek()? != Some(b'}') {
                    return Err(self.scanner.unexpected());
                }
                self.scanner.advance(1);
            }
        } else if self.count == 0 {
            return Err(ReadError::Foreign);
        }
        match self.peek()? {
            None => Ok(()),
            Some(_) => Err(self.scanner.unexpected()),
        }
    }

    fn piece(&mut self, form: Form) -> Result<Piece, ReadError> {
        let (mut sink, place) = (Sink::default(), self.scanner.place());
        self.scanner.value(&mut sink).map_err(|fault| self.explain(fault))?;
        if sink.text.is_empty() && !sink.is_too_long {
            return Err(self.scanner.unexpected());
        }
        self.count += 1;
        Ok(Piece::new(form, sink, self.count, place).beside(self.folder.clone()))
    }

    /// Reads the next document of a YAML stream.
    fn document(&mut self) -> Result<Option<Piece>, ReadError> {
        let (mut sink, place) = (Sink::default(), self.scanner.place());
        let outcome = documents::document(&mut self.scanner, &mut sink);
        if !outcome.map_err(|fault| self.explain(fault))? {
            return Ok(None);
        }
        self.count += 1;
        Ok(Some(Piece::new(Form::Httpmock, sink, self.count, place)))
    }

    fn peek(&mut self) -> Result<Option<u8>, ReadError> {
        self.scanner.peek(&mut Sink::discard()).map_err(io)
    }

    fn explain(&self, fault: Fault) -> ReadError {
        match fault {
            Fault::End => {
                let Place { line, column, .. } = self.scanner.place();
                // A line break at the end begins no line.
                ReadError::Truncated { line: if column == 0 { line - 1 } else { line } }
            }
            Fault::Io(source) => ReadError::Io { source },
        }
    }
}

impl<R: Read> Iterator for Pieces<R> {
    type Item = Result<Piece, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let step = self.step().transpose();
            match &step {
                Some(Ok(piece)) if !self.shard.holds(piece.number()) => {}
                Some(Ok(_)) => return step,
                _ => {
                    self.state = State::End;
                    return step.map(|step| step.map_err(|error| error.at(self.count + 1)));
                }
            }
        }
    }
}

fn io(source: std::io::Error) -> ReadError {
    ReadError::Io { source }
}
