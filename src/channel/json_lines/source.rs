//! Reading pages of mentions from lines.

use super::super::error::named;
use super::super::{Cursor, Error, Item, Page, Profile, Unreadable};
use super::fault;
use crate::mention::{JsonLines, LineError, Record};
use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Where lines are read from.
pub(super) enum Source {
    /// A file, opened at each reading.
    Path(PathBuf),
    /// Something that is held.
    Reader(Mutex<Box<dyn ReadSeek>>),
}

pub(super) trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.debug_tuple("Path").field(path).finish(),
            Self::Reader(_) => f.write_str("Reader"),
        }
    }
}

impl Source {
    pub(super) fn path(path: &Path) -> Self {
        Self::Path(path.to_owned())
    }

    pub(super) fn reader(reader: impl Read + Seek + Send + 'static) -> Self {
        Self::Reader(Mutex::new(Box::new(reader)))
    }

    /// Reads the page of at most `limit` lines that come after `cursor`.
    pub(super) fn page(
        &self,
        profile: &Profile,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page, Error> {
        match self {
            Self::Path(path) => {
                let failed = |error| fault("reading", Some(path), error);
                let file = File::open(path).map_err(failed)?;
                page_of(file, profile, cursor, limit, failed)
            }
            Self::Reader(reader) => {
                // Each page seeks its own place, so it does not matter where a panic left it.
                let mut reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
                let failed = |error| fault("reading", None, error);
                page_of(&mut *reader, profile, cursor, limit, failed)
            }
        }
    }
}

/// How far the lines were read: bytes and lines, written as `1024:13`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Position {
    offset: u64,
    line: u64,
}

impl Position {
    fn of<R: io::BufRead>(lines: &JsonLines<R>) -> Self {
        Self { offset: lines.offset(), line: lines.line() }
    }

    fn read(cursor: &Cursor) -> Option<Self> {
        let (offset, line) = cursor.as_str().split_once(':')?;
        Some(Self { offset: offset.parse().ok()?, line: line.parse().ok()? })
    }

    fn cursor(self) -> Cursor {
        Cursor::new(format!("{}:{}", self.offset, self.line))
    }
}

fn page_of(
    mut reader: impl Read + Seek,
    profile: &Profile,
    cursor: Option<&Cursor>,
    limit: usize,
    failed: impl Fn(io::Error) -> Error,
) -> Result<Page, Error> {
    let start = match cursor {
        None => Position::default(),
        Some(cursor) => {
            let bad = |why: &str| Error::bad_cursor(cursor, why);
            let start = Position::read(cursor)
                .ok_or_else(|| bad("expected bytes and lines, such as 1024:13"))?;
            if !starts_a_line(&mut reader, start).map_err(&failed)? {
                return Err(bad("no line starts there: the file was cut short or replaced"));
            }
            start
        }
    };
    reader.seek(SeekFrom::Start(start.offset)).map_err(&failed)?;
    let mut lines = JsonLines::new(BufReader::new(reader))
        .resume(start.line, start.offset)
        .whole_lines()
        .channel(profile.kind().clone());
    if let Some(account) = profile.account() {
        lines = lines.account(account);
    }

    let mut items = Vec::new();
    let mut end = start;
    let more = loop {
        match lines.next() {
            None => break false,
            Some(_) if items.len() == limit => break true,
            Some(Err(error)) if error.is_source() => {
                if items.is_empty() {
                    return Err(Error::retry(error.to_string()).with_source(error));
                }
                break true;
            }
            Some(line) => items.push(item(line, profile)),
        }
        end = Position::of(&lines);
    };
    Ok(Page::new().with_items(items).with_next(end.cursor()).with_more(more))
}

/// Whether a line starts at `position`, or the source ends there.
fn starts_a_line(reader: &mut (impl Read + Seek), position: Position) -> io::Result<bool> {
    let Some(before) = position.offset.checked_sub(1) else {
        return Ok(position.line == 0);
    };
    if reader.seek(SeekFrom::End(0))? < position.offset {
        return Ok(false);
    }
    reader.seek(SeekFrom::Start(before))?;
    let mut byte = [0];
    reader.read_exact(&mut byte)?;
    Ok(byte == *b"\n")
}

fn item(line: Result<Record, LineError>, profile: &Profile) -> Item {
    let record = match line {
        Ok(record) => record,
        Err(error) => {
            return Unreadable::new(format!("line {}", error.line()), error.message()).into();
        }
    };
    let number = record.line();
    let mention = record.into_mention();
    if mention.channel() == profile.kind() && mention.account() == profile.account() {
        return mention.into();
    }
    let expected = named(profile.kind(), profile.account());
    let found = named(mention.channel(), mention.account());
    let message = format!("expected a mention on {expected}, found one on {found}");
    Unreadable::new(format!("line {number}"), message).into()
}
