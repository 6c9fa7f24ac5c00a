//! What a desk says of one mention.

use crate::Error;
use crate::classify::Classification;
use crate::routing::Decision;
use crate::sla::{Deadline, next_due};

/// What a desk says of one mention: the judgement, the decision, and what is due.
///
/// # Example
/// ```
/// use webcare::desk::Desk;
/// use webcare::mention::Mention;
///
/// let desk = Desk::builder().build()?;
/// let mention = Mention::builder("m-1").text("Dank je wel voor de snelle hulp!").build()?;
/// let triage = desk.triage(&mention, chrono::DateTime::UNIX_EPOCH);
/// assert_eq!(triage.classification().language().language().as_str(), "nl");
/// assert!(triage.decision().is_fallback());
/// assert!(triage.due().is_none());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Triage {
    classification: Classification,
    decision: Decision,
    deadlines: Result<Vec<Deadline>, Error>,
}

impl Triage {
    pub(super) const fn new(
        classification: Classification,
        decision: Decision,
        deadlines: Result<Vec<Deadline>, Error>,
    ) -> Self {
        Self { classification, decision, deadlines }
    }

    /// What it means: language, sentiment, intent, urgency.
    #[must_use]
    pub const fn classification(&self) -> &Classification {
        &self.classification
    }

    /// Where it goes and how soon it is to be handled.
    #[must_use]
    pub const fn decision(&self) -> &Decision {
        &self.decision
    }

    /// What is due and what was: of each metric that a policy speaks of the latest run. Empty when no policy applies, and when it could not be told.
    #[must_use]
    pub fn deadlines(&self) -> &[Deadline] {
        self.deadlines.as_deref().unwrap_or_default()
    }

    /// Why it could not be told what is due: the times lie beyond the years that the
    /// calendar knows.
    #[must_use]
    pub fn deadline_error(&self) -> Option<&Error> {
        self.deadlines.as_ref().err()
    }

    /// The next deadline that is still open; when none is, the last one that was.
    #[must_use]
    pub fn due(&self) -> Option<&Deadline> {
        let deadlines = self.deadlines();
        next_due(deadlines).or(deadlines.last())
    }
}
