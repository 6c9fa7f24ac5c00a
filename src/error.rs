//! What this library itself can get wrong: one opaque [`Error`], asked by predicate.

use chrono::{DateTime, Utc};
use std::fmt;

/// One thing that is wrong in a configuration, and where it stands.
///
/// # Example
/// ```
/// let wrong = serde_json::json!([{ "id": "vip", "then": { "priority": "yesterday" } }]);
/// let error = webcare::routing::Rules::from_value(&wrong).unwrap_err();
/// assert_eq!(error.faults()[0].path(), "rules[0].then.priority");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    path: String,
    message: String,
}

impl Fault {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }

    /// Where it stands, written as one would index it: `rules[3].when.all[1].op`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found and what was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// An error of this library.
///
/// Its kinds are private, so that a new one breaks nobody; ask it with the `is_*`
/// predicates. Its text is written for the person who reads it.
///
/// # Example
/// ```
/// use webcare::mention::MentionId;
///
/// let error = MentionId::new("").unwrap_err();
/// assert!(error.is_invalid());
/// assert_eq!(error.to_string(), "id: expected 1 to 512 bytes of text, found none");
/// ```
#[derive(Clone, Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error {
    kind: Box<Kind>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Kind {
    #[error("{}", one_per_line(.0))]
    Invalid(Vec<Fault>),
    #[error("event \"{event}\": {reason}")]
    Refused { event: String, reason: String },
    #[error("{at} is not within 1970 to 2099, the years a calendar knows")]
    OutOfRange { at: String },
    #[error("opening time from {from} leads out of 1970 to 2099, the years a calendar knows")]
    LeadsOutOfRange { from: String },
    #[error("the text counts {found} {unit}, {allowed} are allowed")]
    TooLong { found: usize, allowed: usize, unit: &'static str },
    #[error("there is no text to send")]
    Blank,
    #[error("mention \"{0}\" is our own message and gets no answer")]
    OwnMessage(String),
}

impl Error {
    pub(crate) fn new(kind: Kind) -> Self {
        Self { kind: Box::new(kind) }
    }

    /// All faults of one configuration. `faults` is never empty.
    pub(crate) fn invalid(faults: Vec<Fault>) -> Self {
        Self::new(Kind::Invalid(faults))
    }

    /// One fault at one place.
    pub(crate) fn fault(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::invalid(vec![Fault::new(path, message)])
    }

    /// Whether something that was given is not acceptable; [`Error::faults`] says what.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        matches!(*self.kind, Kind::Invalid(_))
    }

    /// An event that a case does not take, and why.
    pub(crate) fn refused(event: &str, reason: impl Into<String>) -> Self {
        Self::new(Kind::Refused { event: event.to_owned(), reason: reason.into() })
    }

    /// Whether a case did not take an event; the text says why.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(*self.kind, Kind::Refused { .. })
    }

    /// An instant beyond the years of a calendar.
    pub(crate) fn out_of_range(at: DateTime<Utc>) -> Self {
        Self::new(Kind::OutOfRange { at: at.to_rfc3339() })
    }

    /// A calculation from `from` on whose result is beyond the years of a calendar.
    pub(crate) fn out_of_range_from(from: DateTime<Utc>) -> Self {
        Self::new(Kind::LeadsOutOfRange { from: from.to_rfc3339() })
    }

    /// Whether an instant, given or computed, is beyond the years that a
    /// [`Calendar`](crate::calendar::Calendar) knows.
    #[must_use]
    pub fn is_out_of_range(&self) -> bool {
        matches!(*self.kind, Kind::OutOfRange { .. } | Kind::LeadsOutOfRange { .. })
    }

    /// Whether a text is longer than its channel takes; the message says how long it is
    /// and how long it may be.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        matches!(*self.kind, Kind::TooLong { .. })
    }

    /// Whether there is no text to send.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(*self.kind, Kind::Blank)
    }

    /// Whether it is about an answer to our own message.
    #[must_use]
    pub fn is_own_message(&self) -> bool {
        matches!(*self.kind, Kind::OwnMessage(_))
    }

    /// Every fault that was found, in the order of the input; empty when the error is
    /// not about something that was given.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        if let Kind::Invalid(faults) = &*self.kind { faults } else { &[] }
    }
}

fn one_per_line(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}
