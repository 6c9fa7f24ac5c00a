//! A desk together with what the host knows of a writer.

use super::{Desk, Triage, judged};
use crate::Error;
use crate::case::{Case, Cases, Event};
use crate::classify::{Classification, Known};
use crate::mention::Mention;
use chrono::{DateTime, Utc};

/// A desk together with what the host knows of the writer of a mention; made with
/// [`Desk::knowing`]. It does what the desk does.
///
/// # Example
/// ```
/// use webcare::classify::Known;
/// use webcare::desk::Desk;
/// use webcare::mention::Mention;
///
/// let desk: Desk = toml::from_str("classifier.known.flags = { vulnerable = 40 }")?;
/// let mention = Mention::builder("m-1").text("My heating has stopped working").build()?;
/// let known = Known::of(&mention).with_flag(Known::VULNERABLE);
///
/// let urgency = desk.knowing(&known).judge(&mention).urgency().clone();
/// let reasons = urgency.reasons(mention.text());
/// assert!(reasons.contains(&"vulnerable customer on file: +40".to_owned()));
/// assert_eq!(urgency.from_text(), desk.judge(&mention).urgency());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "it does nothing until it is given a mention"]
pub struct Knowing<'d> {
    desk: &'d Desk,
    known: &'d Known,
}

impl<'d> Knowing<'d> {
    pub(super) const fn new(desk: &'d Desk, known: &'d Known) -> Self {
        Self { desk, known }
    }

    /// As [`Desk::triage`].
    #[must_use]
    pub fn triage(&self, mention: &Mention, now: DateTime<Utc>) -> Triage {
        self.desk.triage_alone(self.judge(mention), mention, now)
    }

    /// As [`Desk::triage_in`].
    #[must_use]
    pub fn triage_in(&self, case: &Case, mention: &Mention, now: DateTime<Utc>) -> Triage {
        self.desk.triage_judged(self.judge(mention), mention, case, now)
    }

    /// As [`Desk::receive`].
    ///
    /// # Errors
    /// When the case refuses the mention: the message of that name has other content.
    pub fn receive(
        &self,
        cases: &mut Cases,
        mention: &Mention,
        now: DateTime<Utc>,
    ) -> Result<Triage, Error> {
        let classification = self.judge(mention);
        let event = Event::of(mention, now).with_thanks(classification.is_thanks());
        let at = event.at();
        let placement = cases.place(event)?;
        let Some((id, case)) = placement.case().and_then(|id| Some((id, cases.get(id)?))) else {
            return Ok(self.desk.triage_alone(classification, mention, now));
        };
        let decision = self.desk.decide(&classification, mention, case, now);
        let is_new = !placement.is_known() && !mention.direction().is_outbound();
        if is_new && (placement.is_opening() || !classification.is_thanks()) {
            let judged = judged(&classification, &decision);
            let event = Event::of_judgement(mention.id(), at, judged);
            // Refused only where the host has an event of that name: that one stays.
            let _ = cases.record(id, event);
        }
        Ok(match cases.get(id) {
            Some(case) => self.desk.triage_decided(classification, decision, case, now),
            None => self.desk.triage_alone(classification, mention, now),
        })
    }

    /// As [`Desk::judge`].
    #[must_use]
    pub fn judge(&self, mention: &Mention) -> Classification {
        self.desk.judge_knowing(mention, self.known)
    }
}
