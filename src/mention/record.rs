//! A mention together with the answer that was once given to it.

use super::Mention;
use chrono::{DateTime, Utc};

/// An answer that was given before this library came along: the keys `reply` and
/// `replied_at` beside a mention.
///
/// # Example
/// ```
/// use webcare::mention::JsonLines;
///
/// let line = r#"{"text": "Waar is mijn fiets?", "reply": "We kijken het na. ^SD"}"#;
/// let record = JsonLines::new(line.as_bytes()).next().unwrap()?;
/// assert_eq!(record.answer().unwrap().text(), Some("We kijken het na. ^SD"));
/// # Ok::<(), webcare::mention::LineError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedAnswer {
    text: Option<String>,
    at: Option<DateTime<Utc>>,
}

impl RecordedAnswer {
    pub(super) const fn new(text: Option<String>, at: Option<DateTime<Utc>>) -> Self {
        Self { text, at }
    }

    /// What was answered.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// When. It may lie before the mention: people edit what they wrote.
    #[must_use]
    pub const fn at(&self) -> Option<DateTime<Utc>> {
        self.at
    }
}

/// One line of recorded history: a mention, and the answer it got, if any.
///
/// # Example
/// ```
/// use webcare::mention::JsonLines;
///
/// let record = JsonLines::new(br#"{"text": "Top geholpen!"}"#.as_slice()).next().unwrap()?;
/// assert_eq!((record.line(), record.mention().id().as_str()), (1, "line-1"));
/// assert!(record.answer().is_none());
/// # Ok::<(), webcare::mention::LineError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    line: u64,
    mention: Mention,
    answer: Option<RecordedAnswer>,
}

impl Record {
    pub(super) const fn new(line: u64, mention: Mention, answer: Option<RecordedAnswer>) -> Self {
        Self { line, mention, answer }
    }

    /// The number of the line, from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The mention.
    #[must_use]
    pub const fn mention(&self) -> &Mention {
        &self.mention
    }

    /// The mention, taken out.
    #[must_use]
    pub fn into_mention(self) -> Mention {
        self.mention
    }

    /// The answer it got.
    #[must_use]
    pub const fn answer(&self) -> Option<&RecordedAnswer> {
        self.answer.as_ref()
    }
}
