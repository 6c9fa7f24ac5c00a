//! What rules decide on.

use crate::calendar::Calendars;
use crate::case::Case;
use crate::classify::Classification;
use crate::mention::Mention;
use chrono::{DateTime, Utc};

/// What rules decide on: a mention, its judgement, the time, and, where there are any, the
/// case it belongs to and the calendars of the organisation.
///
/// What is not given is unknown to the rules that ask for it.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::Mention;
/// use webcare::routing::Facts;
///
/// let mention = Mention::builder("1").text("Ik ruik gas in de hal").build()?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
/// assert_eq!(facts.mention().text(), "Ik ruik gas in de hal");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Facts<'a> {
    mention: &'a Mention,
    classification: &'a Classification,
    now: DateTime<Utc>,
    case: Option<&'a Case>,
    calendars: Option<&'a Calendars>,
}

impl<'a> Facts<'a> {
    /// A mention and its judgement, at the moment `now`.
    pub const fn new(
        mention: &'a Mention,
        classification: &'a Classification,
        now: DateTime<Utc>,
    ) -> Self {
        Self { mention, classification, now, case: None, calendars: None }
    }

    /// The same with the case that the mention belongs to.
    pub const fn case(mut self, case: &'a Case) -> Self {
        self.case = Some(case);
        self
    }

    /// The same with the calendars that rules name.
    pub const fn calendars(mut self, calendars: &'a Calendars) -> Self {
        self.calendars = Some(calendars);
        self
    }

    /// The mention.
    #[must_use]
    pub const fn mention(&self) -> &'a Mention {
        self.mention
    }

    /// Its judgement.
    #[must_use]
    pub const fn classification(&self) -> &'a Classification {
        self.classification
    }

    /// The moment of deciding.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Whether the message is our own: no rule applies to it.
    pub(super) const fn is_own(&self) -> bool {
        self.mention.direction().is_outbound()
    }

    pub(super) const fn its_case(&self) -> Option<&'a Case> {
        self.case
    }

    pub(super) const fn its_calendars(&self) -> Option<&'a Calendars> {
        self.calendars
    }
}
