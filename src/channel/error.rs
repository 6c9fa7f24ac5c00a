//! What can go wrong between us and a platform.

use super::{Capability, Cursor, IdempotencyKey};
use crate::mention::ChannelKind;
use chrono::{DateTime, TimeDelta, Utc};

/// What lies under an error: the error of an HTTP client, of a file, of a parser.
pub type ErrorSource = Box<dyn std::error::Error + Send + Sync + 'static>;

/// What can go wrong between us and a platform, in terms of what to do about it.
///
/// Channels make these, so all is public; a kind may be added in a later version. Its text
/// is written for the person who keeps the desk running.
///
/// | what to do | errors |
/// |---|---|
/// | try again, with the same key | [`Retry`](Self::Retry), [`RateLimited`](Self::RateLimited) |
/// | sign in again | [`SignIn`](Self::SignIn) |
/// | change the answer | [`TooLong`](Self::TooLong), [`Unsupported`](Self::Unsupported), [`WrongAudience`](Self::WrongAudience) |
/// | give it up | [`Refused`](Self::Refused), [`NotFound`](Self::NotFound), [`WindowClosed`](Self::WindowClosed) |
/// | look into the host | [`WrongChannel`](Self::WrongChannel), [`WindowUnknown`](Self::WindowUnknown), [`BadCursor`](Self::BadCursor), [`KeyReused`](Self::KeyReused) |
/// | look into the channel | [`Broken`](Self::Broken) |
///
/// # Example
/// ```
/// use chrono::{TimeDelta, TimeZone, Utc};
/// use webcare::channel::Error;
///
/// let now = Utc.with_ymd_and_hms(2026, 11, 2, 12, 0, 0).unwrap();
/// let error = Error::RateLimited { until: Some(now + TimeDelta::minutes(15)), source: None };
/// assert!(error.is_retryable());
/// assert_eq!(error.retry_after(now), Some(TimeDelta::minutes(15)));
/// assert_eq!(error.to_string(), "rate limited until 2026-11-02T12:15:00Z");
///
/// let error = Error::refused("the thread is locked");
/// assert!(!error.is_retryable());
/// assert_eq!(error.to_string(), "refused: the thread is locked");
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It did not work this time: no connection, a time-out, a fault at the other end.
    /// Whether an answer was placed may be unknown; with the same key a next attempt is
    /// safe.
    #[error("did not work this time: {reason}")]
    Retry {
        /// What happened.
        reason: String,
        /// How long to wait at least, if the platform said so.
        after: Option<TimeDelta>,
        /// What lies under it.
        source: Option<ErrorSource>,
    },
    /// Too much was asked in too short a time.
    #[error("rate limited {}", when(.until.as_ref()))]
    RateLimited {
        /// When the platform takes requests again, if it said so.
        until: Option<DateTime<Utc>>,
        /// What lies under it.
        source: Option<ErrorSource>,
    },
    /// The platform no longer knows us: a token has expired or was withdrawn. A person has
    /// to sign in.
    #[error("sign in again: {reason}")]
    SignIn {
        /// What the platform says of it; never the credential itself.
        reason: String,
        /// What lies under it.
        source: Option<ErrorSource>,
    },
    /// The platform does not want it, and will not want it later.
    #[error("refused: {reason}")]
    Refused {
        /// What the platform says of it.
        reason: String,
        /// What lies under it.
        source: Option<ErrorSource>,
    },
    /// It is not there, or no longer: the message that is answered, the account, the file.
    #[error("not found: {what}")]
    NotFound {
        /// What is not there.
        what: String,
        /// What lies under it.
        source: Option<ErrorSource>,
    },
    /// The channel cannot do this.
    #[error("the channel cannot do this: {capability}")]
    Unsupported {
        /// What it would have to be able to do.
        capability: Capability,
    },
    /// The channel cannot be read.
    #[error("the channel cannot be read")]
    NotReadable,
    /// The text does not fit.
    #[error("too long: {length}, at most {limit}")]
    TooLong {
        /// How long it is, as this channel counts.
        length: usize,
        /// How long it may be, as this channel counts.
        limit: usize,
    },
    /// The platform no longer takes an answer to this message.
    #[error("no answer is taken since {}", rfc3339(.closed_at))]
    WindowClosed {
        /// The last instant at which it did.
        closed_at: DateTime<Utc>,
    },
    /// The platform takes answers for some time only, and nobody said when the writer was
    /// last heard: [`Sending::heard_at`](super::Sending::heard_at).
    #[error("answers are taken for some time only: say when the writer was last heard")]
    WindowUnknown,
    /// More people would read the answer than read the message.
    #[error("a message that not everybody can read may not be answered in public")]
    WrongAudience,
    /// The answer is for another channel or account.
    #[error("the answer is for {answer}, this channel is {channel}")]
    WrongChannel {
        /// Where the answer belongs.
        answer: String,
        /// What this channel is.
        channel: String,
    },
    /// The cursor is not one of this channel's, or is too old. To read from the beginning
    /// is for the host to decide.
    #[error("no cursor of this channel: \"{cursor}\", {reason}")]
    BadCursor {
        /// The cursor.
        cursor: Cursor,
        /// What is wrong with it.
        reason: String,
    },
    /// The key was used before, for something else.
    #[error("the key \"{key}\" was used before, for another answer")]
    KeyReused {
        /// The key.
        key: IdempotencyKey,
    },
    /// The channel does not keep to its contract.
    #[error("the channel is broken: {what}")]
    Broken {
        /// What it does.
        what: String,
    },
}

impl Error {
    /// It did not work this time.
    pub fn retry(reason: impl Into<String>) -> Self {
        Self::Retry { reason: reason.into(), after: None, source: None }
    }

    /// A person has to sign in again.
    pub fn sign_in(reason: impl Into<String>) -> Self {
        Self::SignIn { reason: reason.into(), source: None }
    }

    /// The platform does not want it.
    pub fn refused(reason: impl Into<String>) -> Self {
        Self::Refused { reason: reason.into(), source: None }
    }

    /// It is not there.
    pub fn not_found(what: impl Into<String>) -> Self {
        Self::NotFound { what: what.into(), source: None }
    }

    /// The cursor is none of this channel's.
    pub fn bad_cursor(cursor: &Cursor, reason: impl Into<String>) -> Self {
        Self::BadCursor { cursor: cursor.clone(), reason: reason.into() }
    }

    /// The same, with what lies under it, for the kinds that keep that.
    ///
    /// # Example
    /// ```
    /// use std::error::Error as _;
    /// use webcare::channel::Error;
    ///
    /// let timed_out = std::io::Error::from(std::io::ErrorKind::TimedOut);
    /// let error = Error::retry("no answer in 10 s").with_source(timed_out);
    /// assert_eq!(error.source().unwrap().to_string(), "timed out");
    /// ```
    #[must_use]
    pub fn with_source(mut self, under: impl Into<ErrorSource>) -> Self {
        match &mut self {
            Self::Retry { source, .. }
            | Self::RateLimited { source, .. }
            | Self::SignIn { source, .. }
            | Self::Refused { source, .. }
            | Self::NotFound { source, .. } => *source = Some(under.into()),
            _ => {}
        }
        self
    }

    /// Whether the same attempt may succeed later, with nobody doing anything about it.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        matches!(self, Self::Retry { .. } | Self::RateLimited { .. })
    }

    /// Whether a person has to sign in before anything works again.
    #[must_use]
    pub const fn is_sign_in(&self) -> bool {
        matches!(self, Self::SignIn { .. })
    }

    /// How long from `now` to wait before the next attempt, never less than nothing.
    /// `None`: no attempt makes sense, or the platform did not say and the host's own
    /// patience decides.
    #[must_use]
    pub fn retry_after(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let wait = match self {
            Self::Retry { after, .. } => (*after)?,
            Self::RateLimited { until, .. } => (*until)? - now,
            _ => return None,
        };
        Some(wait.max(TimeDelta::zero()))
    }
}

/// Names a channel: its kind, and the account if there is one.
pub(super) fn named(kind: &ChannelKind, account: Option<&str>) -> String {
    match account {
        Some(account) => format!("{kind} {account}"),
        None => kind.to_string(),
    }
}

fn when(at: Option<&DateTime<Utc>>) -> String {
    at.map_or_else(|| "for some time".to_owned(), |at| format!("until {}", rfc3339(at)))
}

fn rfc3339(at: &DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

const _: fn() = || {
    const fn can_cross_threads<T: Send + Sync + 'static>() {}
    can_cross_threads::<Error>();
};

#[cfg(test)]
mod tests {
    use super::Error;
    use crate::channel::{Capability, Cursor, IdempotencyKey};
    use chrono::{DateTime, TimeDelta, Utc};

    #[test]
    fn each_says_what_happened() {
        let at: DateTime<Utc> = "2026-11-02T12:00:00Z".parse().unwrap();
        for (error, said) in [
            (Error::retry("no answer in 10 s"), "did not work this time: no answer in 10 s"),
            (Error::RateLimited { until: None, source: None }, "rate limited for some time"),
            (
                Error::RateLimited { until: Some(at), source: None },
                "rate limited until 2026-11-02T12:00:00Z",
            ),
            (Error::sign_in("the token has expired"), "sign in again: the token has expired"),
            (Error::refused("spam"), "refused: spam"),
            (Error::not_found("message 7"), "not found: message 7"),
            (
                Error::Unsupported { capability: Capability::PrivateReply },
                "the channel cannot do this: private_reply",
            ),
            (Error::NotReadable, "the channel cannot be read"),
            (Error::TooLong { length: 281, limit: 280 }, "too long: 281, at most 280"),
            (
                Error::WindowClosed { closed_at: at },
                "no answer is taken since 2026-11-02T12:00:00Z",
            ),
            (
                Error::WindowUnknown,
                "answers are taken for some time only: say when the writer was last heard",
            ),
            (
                Error::WrongAudience,
                "a message that not everybody can read may not be answered in public",
            ),
            (
                Error::WrongChannel { answer: "x".to_owned(), channel: "sms +31".to_owned() },
                "the answer is for x, this channel is sms +31",
            ),
            (
                Error::bad_cursor(&Cursor::new("abc"), "expected a number"),
                "no cursor of this channel: \"abc\", expected a number",
            ),
            (
                Error::KeyReused { key: IdempotencyKey::new("k").unwrap() },
                "the key \"k\" was used before, for another answer",
            ),
            (
                Error::Broken { what: "it reads in circles".to_owned() },
                "the channel is broken: it reads in circles",
            ),
        ] {
            assert_eq!(error.to_string(), said);
        }
    }

    #[test]
    fn only_what_passes_by_itself_is_tried_again() {
        let at: DateTime<Utc> = "2026-11-02T12:00:00Z".parse().unwrap();
        let minute = TimeDelta::minutes(1);
        let limited = |until| Error::RateLimited { until, source: None };
        for (error, retryable, after) in [
            (Error::retry("?"), true, None),
            (
                Error::Retry { reason: "?".to_owned(), after: Some(minute), source: None },
                true,
                Some(minute),
            ),
            (
                Error::Retry { reason: "?".to_owned(), after: Some(-minute), source: None },
                true,
                Some(TimeDelta::zero()),
            ),
            (limited(None), true, None),
            (limited(Some(at + minute)), true, Some(minute)),
            (limited(Some(at - minute)), true, Some(TimeDelta::zero())),
            (limited(Some(DateTime::<Utc>::MAX_UTC)), true, Some(DateTime::<Utc>::MAX_UTC - at)),
            (Error::sign_in("?"), false, None),
            (Error::refused("?"), false, None),
            (Error::WrongAudience, false, None),
        ] {
            assert_eq!(error.is_retryable(), retryable, "{error}");
            assert_eq!(error.retry_after(at), after, "{error}");
            assert_eq!(error.is_sign_in(), error.to_string().starts_with("sign in"), "{error}");
        }
    }

    #[test]
    fn what_lies_under_it_is_kept() {
        use std::error::Error as _;
        for error in [
            Error::retry("?"),
            Error::RateLimited { until: None, source: None },
            Error::sign_in("?"),
            Error::refused("?"),
            Error::not_found("?"),
        ] {
            assert!(error.source().is_none());
            let error = error.with_source("a cable was cut");
            assert_eq!(error.source().unwrap().to_string(), "a cable was cut");
        }
        assert!(Error::WrongAudience.with_source("?").source().is_none());
    }
}
