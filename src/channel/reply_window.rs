//! How long a message may be answered.

use crate::reply::Audience;
use chrono::{DateTime, TimeDelta, Utc};

/// How long after a message of somebody's a platform takes an answer.
///
/// It counts real time, nights and weekends included, from when the writer was last heard.
/// It is about private answers; platforms that also close their public threads say so with
/// [`public_too`](Self::public_too). An answer at the very end is still in time.
///
/// # Example
/// ```
/// use chrono::{TimeDelta, TimeZone, Utc};
/// use webcare::channel::ReplyWindow;
/// use webcare::reply::Audience;
///
/// let window = ReplyWindow::new(TimeDelta::hours(24));
/// let asked = Utc.with_ymd_and_hms(2026, 11, 2, 12, 0, 0).unwrap();
/// assert!(window.is_open(Audience::Private, asked, asked + TimeDelta::hours(24)));
/// assert!(!window.is_open(Audience::Private, asked, asked + TimeDelta::hours(25)));
/// assert!(window.is_open(Audience::Public, asked, asked + TimeDelta::hours(25)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReplyWindow {
    length: TimeDelta,
    public_too: bool,
}

impl ReplyWindow {
    /// A window of `length` for private answers. One of no length or less is always closed
    /// but for the instant itself.
    #[must_use]
    pub const fn new(length: TimeDelta) -> Self {
        Self { length, public_too: false }
    }

    /// The same for public answers as well.
    #[must_use]
    pub const fn public_too(mut self) -> Self {
        self.public_too = true;
        self
    }

    /// How long it is.
    #[must_use]
    pub const fn length(&self) -> TimeDelta {
        self.length
    }

    /// Whether it is about answers to `audience`.
    #[must_use]
    pub const fn is_for(&self, audience: Audience) -> bool {
        self.public_too || !audience.is_public()
    }

    /// When it closes for an answer to `audience` on a message of `since`. `None` if it
    /// never does.
    #[must_use]
    pub fn closes_at(&self, audience: Audience, since: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.is_for(audience) { since.checked_add_signed(self.length) } else { None }
    }

    /// Whether an answer to `audience` on a message of `since` is taken at `now`.
    #[must_use]
    pub fn is_open(&self, audience: Audience, since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.closes_at(audience, since).is_none_or(|closes_at| now <= closes_at)
    }
}

#[cfg(test)]
mod tests {
    use super::ReplyWindow;
    use crate::reply::Audience::{Private, Public};
    use chrono::{DateTime, TimeDelta, Utc};

    #[test]
    fn it_closes_after_its_last_instant() {
        let since: DateTime<Utc> = "2026-03-28T12:00:00Z".parse().unwrap();
        let day = TimeDelta::hours(24);
        let moment = TimeDelta::nanoseconds(1);
        for (window, audience, closes) in [
            (ReplyWindow::new(day), Private, true),
            (ReplyWindow::new(day), Public, false),
            (ReplyWindow::new(day).public_too(), Private, true),
            (ReplyWindow::new(day).public_too(), Public, true),
        ] {
            assert!(window.is_open(audience, since, since + day), "{window:?} {audience:?}");
            let after = window.is_open(audience, since, since + day + moment);
            assert_eq!(after, !closes, "{window:?} {audience:?}");
        }
        assert_eq!(ReplyWindow::new(day).length(), day);
        let last = DateTime::<Utc>::MAX_UTC;
        assert!(ReplyWindow::new(day).is_open(Private, last, last));
    }
}
