//! What is due, when, and where it stands.

use super::{Metric, Status};
use crate::mention::MentionId;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// What is due, when, and where it stands: one run of one clock.
///
/// Given by [`Policies`](super::Policies). Written with its times in seconds.
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::calendar::{Calendar, Calendars};
/// use webcare::case::Case;
/// use webcare::sla::{Metric, Policies, Status, next_due};
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-20T15:00:00Z", "kind": "received", "mention": "m-1"}
/// ]}"#).unwrap();
/// let policies = Policies::from_value(&serde_json::json!([
///     { "id": "all", "first_response": "2h" },
/// ]))?;
/// let office = Calendar::from_value(&serde_json::json!({
///     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] }
/// }))?;
///
/// let now = "2026-11-20T15:30:00Z".parse().unwrap(); // Friday, half past four
/// let deadlines = policies.deadlines(&case, Priority::Normal, &Calendars::new(office), now)?;
/// let due = next_due(&deadlines).unwrap();
/// assert_eq!((due.metric(), due.status()), (Metric::FirstResponse, Status::Pending));
/// assert_eq!(due.due_at().to_string(), "2026-11-23 09:00:00 UTC"); // Monday, ten o'clock
/// assert_eq!(due.remaining().unwrap().opening().num_minutes(), 90);
/// assert_eq!(due.remaining().unwrap().calendar().num_hours(), 65);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub(super) metric: Metric,
    pub(super) policy: Option<Arc<str>>,
    pub(super) mention: Option<MentionId>,
    pub(super) about: Option<Box<str>>,
    pub(super) started_at: DateTime<Utc>,
    pub(super) due_at: DateTime<Utc>,
    pub(super) ended_at: Option<DateTime<Utc>>,
    pub(super) breached_at: Option<DateTime<Utc>>,
    pub(super) next_change: Option<DateTime<Utc>>,
    pub(super) warnings: usize,
    pub(super) status: Status,
    pub(super) margin: Span,
}

/// A length of time, by opening hours and by the clock. It may be negative.
///
/// # Example
/// ```
/// use chrono::TimeDelta;
/// use webcare::sla::Span;
///
/// let night = Span::new(TimeDelta::minutes(5), TimeDelta::hours(16));
/// assert_eq!(night.opening().num_minutes(), 5);
/// assert_eq!(night.calendar().num_hours(), 16);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    opening: TimeDelta,
    calendar: TimeDelta,
}

impl Span {
    /// A length of time: `opening` of it with open doors, `calendar` by the clock.
    #[must_use]
    pub const fn new(opening: TimeDelta, calendar: TimeDelta) -> Self {
        Self { opening, calendar }
    }

    /// How much of it we are open, by the calendar of the policy.
    #[must_use]
    pub const fn opening(&self) -> TimeDelta {
        self.opening
    }

    /// How long it is by the clock.
    #[must_use]
    pub const fn calendar(&self) -> TimeDelta {
        self.calendar
    }

    fn reversed(self) -> Self {
        Self { opening: -self.opening, calendar: -self.calendar }
    }
}

impl Deadline {
    /// What is measured.
    #[must_use]
    pub const fn metric(&self) -> Metric {
        self.metric
    }

    /// The name of the policy that promises it; `None` for a promise with a time of its own
    /// where no policy applies.
    #[must_use]
    pub fn policy(&self) -> Option<&str> {
        self.policy.as_deref()
    }

    /// The message of the customer by which the policy was chosen: for a response, the
    /// oldest one that waits, or waited, for it. `None` for a promise to a customer who has
    /// written nothing.
    #[must_use]
    pub const fn mention(&self) -> Option<&MentionId> {
        self.mention.as_ref()
    }

    /// What it is about: the queue, for [`Metric::Ownership`]; the event that made it, for
    /// [`Metric::Promise`].
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        self.about.as_deref()
    }

    /// When its clock started.
    #[must_use]
    pub const fn started_at(&self) -> DateTime<Utc> {
        self.started_at
    }

    /// When it is due. While its clock stands still: when it would be, were it to run on
    /// from now. Once it is late it stays late, and this is the due time that was missed,
    /// even if another priority or policy would give more time now.
    #[must_use]
    pub const fn due_at(&self) -> DateTime<Utc> {
        self.due_at
    }

    /// When it was done, or resolved without an answer; `None` while it is open. It may
    /// lie before the start: people edit what they wrote.
    #[must_use]
    pub const fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.ended_at
    }

    /// Since when it is late, or from when on it was; `None` when it isn't.
    #[must_use]
    pub const fn breached_at(&self) -> Option<DateTime<Utc>> {
        self.breached_at
    }

    /// When its status changes next if nothing happens: a warning is reached, or the due
    /// time has passed. `None` when it doesn't. Always after now.
    #[must_use]
    pub const fn next_change(&self) -> Option<DateTime<Utc>> {
        self.next_change
    }

    /// How many of the [warnings](super::Warning) of the policy are reached.
    #[must_use]
    pub const fn warnings(&self) -> usize {
        self.warnings
    }

    /// Where it stands.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// From now to the due instant while it is open, from its end to the due instant after
    /// that; negative when it is late. An end before the start counts as one at the start.
    #[must_use]
    pub const fn margin(&self) -> Span {
        self.margin
    }

    /// How long there is left; `None` unless it is open and in time.
    #[must_use]
    pub fn remaining(&self) -> Option<Span> {
        (self.status.is_open() && !self.status.is_late()).then_some(self.margin)
    }

    /// How much too late it is, or was in the end; `None` when it isn't.
    #[must_use]
    pub fn overdue(&self) -> Option<Span> {
        self.status.is_late().then(|| self.margin.reversed())
    }
}

/// The open deadline that is due first, if there is one.
///
/// # Example
/// ```
/// use chrono::{DateTime, TimeDelta, Utc};
/// use webcare::calendar::Calendars;
/// use webcare::case::{Case, CaseId};
/// use webcare::mention::Mention;
/// use webcare::sla::{Policies, next_due};
/// use webcare::Priority;
///
/// let policies: Policies =
///     serde_json::from_str(r#"[{ "id": "day", "first_response": "8h" }]"#).unwrap();
/// let now = DateTime::<Utc>::UNIX_EPOCH;
/// let mention = Mention::builder("m-1").text("Is de winkel open?").build()?;
/// let case = Case::open(CaseId::new("c-1")?, &mention, now);
///
/// let deadlines = policies.deadlines(&case, Priority::Normal, &Calendars::default(), now)?;
/// assert_eq!(next_due(&deadlines).unwrap().due_at(), now + TimeDelta::hours(8));
/// assert!(next_due(&[]).is_none());
/// # Ok::<(), webcare::Error>(())
/// ```
#[must_use]
pub fn next_due(deadlines: &[Deadline]) -> Option<&Deadline> {
    deadlines.iter().filter(|deadline| deadline.status.is_open()).min_by_key(|open| open.due_at)
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written {
            opening: i64,
            calendar: i64,
        }
        let (opening, calendar) = (self.opening.num_seconds(), self.calendar.num_seconds());
        Written { opening, calendar }.serialize(serializer)
    }
}

impl Serialize for Deadline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'d> {
            metric: Metric,
            #[serde(skip_serializing_if = "Option::is_none")]
            about: Option<&'d str>,
            due_at: DateTime<Utc>,
            status: Status,
            #[serde(skip_serializing_if = "Option::is_none")]
            policy: Option<&'d str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            mention: Option<&'d MentionId>,
            started_at: DateTime<Utc>,
            #[serde(skip_serializing_if = "Option::is_none")]
            ended_at: Option<DateTime<Utc>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            breached_at: Option<DateTime<Utc>>,
            margin: Span,
        }
        Written {
            metric: self.metric,
            due_at: self.due_at,
            status: self.status,
            about: self.about(),
            policy: self.policy(),
            mention: self.mention(),
            started_at: self.started_at,
            ended_at: self.ended_at,
            breached_at: self.breached_at,
            margin: self.margin,
        }
        .serialize(serializer)
    }
}
