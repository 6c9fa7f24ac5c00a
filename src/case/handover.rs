//! A case goes to somebody else, with what that one has to know.

use serde::{Deserialize, Serialize};

/// To whom a case is handed over, and what that one has to know, so that the customer need
/// not say it again.
///
/// Within the house it names a queue, an agent or both; or it names another organisation,
/// and the case waits for that one.
///
/// # Example
/// ```
/// use webcare::case::Handover;
///
/// let know = "Trein 2834 gemist door de wissel bij Essen; kaartje 118 staat in de bijlage.";
/// let handover = Handover::to_organisation("Infrabel", know);
/// assert_eq!(handover.organisation(), Some("Infrabel"));
/// assert_eq!(handover.know(), know);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    queue: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agent: Option<String>,
    know: String,
}

impl Handover {
    /// To another organisation.
    #[must_use]
    pub fn to_organisation(organisation: impl Into<String>, know: impl Into<String>) -> Self {
        let organisation = Some(organisation.into());
        Self { organisation, queue: None, agent: None, know: know.into() }
    }

    /// To a queue in the house.
    #[must_use]
    pub fn to_queue(queue: impl Into<String>, know: impl Into<String>) -> Self {
        Self { organisation: None, queue: Some(queue.into()), agent: None, know: know.into() }
    }

    /// The same, to this agent.
    #[must_use]
    pub fn agent(mut self, agent: impl Into<String>) -> Self {
        self.agent = Some(agent.into());
        self
    }

    /// The other organisation, where it goes to one.
    #[must_use]
    pub fn organisation(&self) -> Option<&str> {
        self.organisation.as_deref()
    }

    /// The queue, where it goes to one.
    #[must_use]
    pub fn queue(&self) -> Option<&str> {
        self.queue.as_deref()
    }

    /// The agent, where it goes to one.
    #[must_use]
    pub fn its_agent(&self) -> Option<&str> {
        self.agent.as_deref()
    }

    /// What the next one has to know.
    #[must_use]
    pub fn know(&self) -> &str {
        &self.know
    }

    pub(super) fn forget(&mut self) {
        super::redaction::GONE.clone_into(&mut self.know);
    }

    pub(super) fn contradiction(&self) -> Option<String> {
        let blank = |name: &Option<String>| name.as_ref().is_some_and(|it| it.trim().is_empty());
        if blank(&self.organisation) || blank(&self.queue) || blank(&self.agent) {
            return Some("a hand-over names somebody, found a blank name".to_owned());
        }
        if self.know.trim().is_empty() {
            let reason = "a hand-over says what the next one has to know, found nothing";
            return Some(reason.to_owned());
        }
        match (&self.organisation, self.queue.is_some() || self.agent.is_some()) {
            (None, false) => Some(
                "a hand-over names a queue, an agent or an organisation, found none".to_owned(),
            ),
            (Some(_), true) => Some(
                "a hand-over goes to another organisation or stays in the house, found both"
                    .to_owned(),
            ),
            _ => None,
        }
    }
}
