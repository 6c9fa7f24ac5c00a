//! Reading mentions from JSON lines, one object a line, however many there are.

use super::{ChannelKind, Record, wire};
use std::fmt;
use std::io::{self, BufRead, Read};

/// Reads mentions from JSON lines.
///
/// Memory stays flat: one line is held at a time, and a line that is longer than
/// [`max_line_bytes`](Self::max_line_bytes) is passed over and reported. A broken line is
/// an `Err` item; the lines after it are read all the same. Blank lines are skipped and
/// counted. After an error of the source itself, iteration ends.
///
/// # Example
/// ```
/// use webcare::mention::JsonLines;
///
/// let input = "{\"text\": \"Dank je wel!\"}\n{broken\n\n{\"text\": \"Graag gedaan\"}\n";
/// let lines: Vec<_> = JsonLines::new(input.as_bytes()).collect();
/// assert_eq!(lines.len(), 3);
/// assert_eq!(lines[1].as_ref().unwrap_err().line(), 2);
/// assert_eq!(lines[2].as_ref().unwrap().line(), 4);
/// ```
#[derive(Debug)]
pub struct JsonLines<R> {
    source: R,
    buffer: Vec<u8>,
    line: u64,
    offset: u64,
    max_line_bytes: usize,
    whole_lines: bool,
    channel: Option<ChannelKind>,
    account: Option<String>,
    ended: bool,
}

impl<R: BufRead> JsonLines<R> {
    /// The longest line that is read unless told otherwise: 16 MiB.
    pub const MAX_LINE_BYTES: usize = 16 * 1024 * 1024;

    /// Reads from `source`.
    pub const fn new(source: R) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            line: 0,
            offset: 0,
            max_line_bytes: Self::MAX_LINE_BYTES,
            whole_lines: false,
            channel: None,
            account: None,
            ended: false,
        }
    }

    /// Sets the longest line that is read, in bytes without its line break.
    #[must_use]
    pub const fn max_line_bytes(mut self, bytes: usize) -> Self {
        self.max_line_bytes = bytes;
        self
    }

    /// Counts on from where an earlier reading of the same lines ended: `line` lines and
    /// `offset` bytes were read before. The source must stand there.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::JsonLines;
    ///
    /// let input = b"{\"text\": \"een\"}\n{\"text\": \"twee\"}\n";
    /// let mut lines = JsonLines::new(input.as_slice());
    /// lines.next();
    /// let (line, offset) = (lines.line(), lines.offset());
    ///
    /// let rest = &input[usize::try_from(offset)?..];
    /// let record = JsonLines::new(rest).resume(line, offset).next().unwrap()?;
    /// assert_eq!((record.line(), record.mention().text()), (2, "twee"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn resume(mut self, line: u64, offset: u64) -> Self {
        self.line = line;
        self.offset = offset;
        self
    }

    /// Ends before a last line that has no line break: whoever writes it may not be done.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::JsonLines;
    ///
    /// let mut lines = JsonLines::new(br#"{"text": "Ik wacht al een u"#.as_slice()).whole_lines();
    /// assert!(lines.next().is_none());
    /// assert_eq!(lines.offset(), 0);
    /// ```
    #[must_use]
    pub const fn whole_lines(mut self) -> Self {
        self.whole_lines = true;
        self
    }

    /// Sets the channel of the lines that name none.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::{ChannelKind, JsonLines};
    ///
    /// let line = br#"{"text": "Is de balie morgen open?"}"#.as_slice();
    /// let record = JsonLines::new(line).channel(ChannelKind::WhatsApp).next().unwrap()?;
    /// assert!(record.mention().visibility().is_private());
    /// # Ok::<(), webcare::mention::LineError>(())
    /// ```
    #[must_use]
    pub fn channel(mut self, channel: ChannelKind) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Sets the own account of the lines that name none.
    #[must_use]
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// The number of the line that was read last, from 1; 0 before the first.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// How many bytes were read, up to and including the break of the last line.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// Reads one line into the buffer, without its break. `None` at the end.
    fn read_line(&mut self) -> Option<Result<(), LineError>> {
        self.buffer.clear();
        // One byte beyond the limit tells a line that is too long from one that just fits;
        // one more leaves room for the break.
        let limit = (self.max_line_bytes as u64).saturating_add(2);
        let mut used = match (&mut self.source).take(limit).read_until(b'\n', &mut self.buffer) {
            Ok(0) => return None,
            Ok(used) => used as u64,
            Err(source) => return Some(Err(self.ends(source))),
        };
        let mut whole = self.buffer.pop_if(|byte| *byte == b'\n').is_some();
        let cut = !whole && used == limit;
        if cut {
            match skip_line(&mut self.source) {
                Ok((skipped, found)) => {
                    used += skipped;
                    whole = found;
                }
                Err(source) => return Some(Err(self.ends(source))),
            }
        } else {
            while self.buffer.pop_if(|byte| *byte == b'\r').is_some() {}
        }
        if self.whole_lines && !whole {
            self.ended = true;
            return None;
        }
        self.line += 1;
        self.offset += used;
        if self.line == 1 && self.buffer.starts_with(BYTE_ORDER_MARK) {
            self.buffer.drain(..BYTE_ORDER_MARK.len());
        }
        if cut || self.buffer.len() > self.max_line_bytes {
            return Some(Err(self.fails(Reason::TooLong(self.max_line_bytes))));
        }
        Some(Ok(()))
    }

    fn parse(&self) -> Result<Record, LineError> {
        let json = |error| self.fails(Reason::Json { path: self.path_of(&error), error });
        let mut reader = serde_json::Deserializer::from_slice(&self.buffer);
        let mut wire = wire::object(&mut reader).map_err(json)?;
        reader.end().map_err(json)?;
        if !wire.has_text() {
            return Err(self.fails(Reason::NoText));
        }
        let answer = wire.take_answer();
        wire.name_source(self.channel.as_ref(), self.account.as_deref());
        let mention = wire
            .into_mention(|| Some(format!("line-{}", self.line)))
            .map_err(|error| self.fails(Reason::Mention(error)))?;
        Ok(Record::new(self.line, mention, answer))
    }

    /// Where in the object the value stands that is not what was expected. It takes a second
    /// reading, which keeps track.
    fn path_of(&self, error: &serde_json::Error) -> Option<String> {
        if !error.is_data() {
            return None;
        }
        let mut reader = serde_json::Deserializer::from_slice(&self.buffer);
        let mut track = serde_path_to_error::Track::new();
        wire::object(serde_path_to_error::Deserializer::new(&mut reader, &mut track)).err()?;
        let path = track.path();
        path.iter().next().map(|_| path.to_string())
    }

    fn fails(&self, reason: Reason) -> LineError {
        LineError { line: self.line, reason: Box::new(reason) }
    }

    /// The source failed while the line after the last one was read.
    fn ends(&mut self, source: io::Error) -> LineError {
        self.ended = true;
        LineError { line: self.line + 1, reason: Box::new(Reason::Source(source)) }
    }
}

/// What some programs write before the first line of a file.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Passes over the rest of a line without keeping it: how many bytes that were, and
/// whether a line break was among them.
fn skip_line(source: &mut impl BufRead) -> io::Result<(u64, bool)> {
    let mut skipped = 0;
    loop {
        let chunk = match source.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let found = chunk.iter().position(|byte| *byte == b'\n');
        let used = found.map_or(chunk.len(), |index| index + 1);
        source.consume(used);
        skipped += used as u64;
        if found.is_some() || used == 0 {
            return Ok((skipped, found.is_some()));
        }
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Record, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.read_line()? {
                Err(error) => return Some(Err(error)),
                Ok(()) if self.buffer.trim_ascii().is_empty() => {}
                Ok(()) => return Some(self.parse()),
            }
        }
        None
    }
}

/// A line that could not be read as a mention.
///
/// # Example
/// ```
/// use webcare::mention::JsonLines;
///
/// let error = JsonLines::new(br#"{"text": "?", "stars": 9}"#.as_slice()).next().unwrap();
/// assert_eq!(error.unwrap_err().to_string(), "line 1: stars: expected 0 to 5, found 9");
/// ```
#[derive(Debug)]
pub struct LineError {
    line: u64,
    reason: Box<Reason>,
}

#[derive(Debug)]
enum Reason {
    Json { path: Option<String>, error: serde_json::Error },
    Mention(crate::Error),
    NoText,
    TooLong(usize),
    Source(io::Error),
}

impl LineError {
    /// The number of the line, from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// What is wrong with it, without the number of the line.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::JsonLines;
    ///
    /// let error = JsonLines::new(br#"{"id": 7}"#.as_slice()).next().unwrap().unwrap_err();
    /// assert_eq!(error.message(), "text: expected a text, found none");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        self.reason.to_string()
    }

    /// Whether the source itself failed, so that nothing more will come.
    #[must_use]
    pub const fn is_source(&self) -> bool {
        matches!(*self.reason, Reason::Source(_))
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { path, error } => {
                // serde_json counts lines within what it was given, which is always one.
                let text = error.to_string();
                let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
                let text = text
                    .replace("expected u64", "expected a whole number from 0")
                    .replace("expected f32", "expected a number");
                if let Some(path) = path.as_ref().filter(|path| !text.starts_with(*path)) {
                    write!(f, "{path}: ")?;
                }
                match error.column() {
                    0 => f.write_str(&text),
                    column => write!(f, "{text} at column {column}"),
                }
            }
            Self::Mention(error) => error.fmt(f),
            Self::NoText => f.write_str("text: expected a text, found none"),
            Self::TooLong(limit) => write!(f, "expected at most {limit} bytes, found more"),
            Self::Source(error) => write!(f, "could not be read: {error}"),
        }
    }
}

impl std::error::Error for LineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.reason {
            Reason::Json { error, .. } => Some(error),
            Reason::Mention(error) => Some(error),
            Reason::Source(error) => Some(error),
            Reason::NoText | Reason::TooLong(_) => None,
        }
    }
}
