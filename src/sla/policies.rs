//! All promises, in order, and what is due by them.

use super::clock::{End, Run, runs};
use super::{Deadline, Metric, Policy, Selection, Span, Status, Trial};
use crate::calendar::{Calendar, Calendars};
use crate::case::{Case, Message};
use crate::config::{Node, configured};
use crate::{Error, Fault, Priority};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// All promises, in order: the first one that applies to a message counts for it.
///
/// Configured as a list of [`Policy`] tables, whose names differ. Which policy applies is
/// asked for each message whose waiting is measured, so what began as a mention that we
/// found may go on under another promise once the writer addresses us. Where none
/// applies, nothing is due; [`explain`](Self::explain) says why.
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::calendar::{Calendar, Calendars};
/// use webcare::case::Case;
/// use webcare::sla::{Policies, Status};
///
/// let policies = Policies::from_value(&serde_json::json!([{
///     "id": "directed",
///     "when": { "origin": ["directed", "own_property"] },
///     "first_response": { "urgent": "30m", "default": "4h" },
///     "next_response": "8h",
/// }]))?;
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"},
///     {"id": "a-1", "at": "2026-11-02T09:30:00Z", "by": "agent:Ruben", "kind": "answered"}
/// ]}"#).unwrap();
/// let calendars = Calendars::new(Calendar::always());
/// assert!(policies.check(&calendars).is_empty());
///
/// let now = "2026-11-02T12:00:00Z".parse().unwrap();
/// let deadlines = policies.deadlines(&case, Priority::Urgent, &calendars, now)?;
/// assert_eq!(deadlines[0].status(), Status::Met); // exactly on time is on time
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Policies {
    policies: Vec<Policy>,
}

configured!(Policies, "policies");

impl Policies {
    /// The policies, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Policy> {
        self.policies.iter()
    }

    /// What is wrong between these policies and `calendars`: names of calendars that are
    /// not there. Empty when they go together.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::{Calendar, Calendars};
    /// use webcare::sla::Policies;
    ///
    /// let policies = Policies::from_value(&serde_json::json!([
    ///     { "id": "all", "calendar": "nihgts", "first_response": "1h" },
    /// ]))?;
    /// let calendars = Calendars::new(Calendar::always()).with("nights", Calendar::always());
    /// assert_eq!(
    ///     policies.check(&calendars)[0].to_string(),
    ///     "policies[0].calendar: unknown calendar \"nihgts\"; expected one of default, nights",
    /// );
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn check(&self, calendars: &Calendars) -> Vec<Fault> {
        let named = self.policies.iter().enumerate().filter_map(|(index, policy)| {
            let name = policy.calendar().filter(|name| calendars.get(name).is_none())?;
            let known: Vec<&str> = calendars.iter().map(|(name, _)| name).collect();
            let known = known.join(", ");
            let message = format!("unknown calendar \"{name}\"; expected one of {known}");
            Some(Fault::new(format!("policies[{index}].calendar"), message))
        });
        named.collect()
    }

    /// Which policy applies to a case now, and why: to the oldest message that waits for
    /// an answer, else to the last one.
    #[must_use]
    pub fn explain(&self, case: &Case, priority: Priority) -> Selection<'_> {
        let exchanges = case.exchanges();
        let waiting = exchanges.iter().find(|exchange| exchange.outcome().is_unanswered());
        match waiting.or(exchanges.last()) {
            Some(exchange) => self.explain_message(exchange.message(), priority),
            None => Selection::without_message(),
        }
    }

    /// The same for one message.
    #[must_use]
    pub fn explain_message(&self, message: &Message, priority: Priority) -> Selection<'_> {
        let mut trials = Vec::new();
        for policy in &self.policies {
            let trial = Trial::new(policy, policy.when.failed(message, priority));
            let applies = trial.applies();
            trials.push(trial);
            if applies {
                break;
            }
        }
        Selection::new(trials)
    }

    fn select(&self, message: &Message, priority: Priority) -> Option<&Policy> {
        self.policies.iter().find(|policy| policy.when.holds(message, priority))
    }

    /// What is or was due for a case, as it was at `now`: the first response, and the
    /// latest next response if there is one. What happened after `now` is left out.
    ///
    /// # Errors
    /// When a policy names a calendar that is not there (see [`check`](Self::check)), or
    /// when what is due lies beyond the years that the calendar knows.
    pub fn deadlines(
        &self,
        case: &Case,
        priority: Priority,
        calendars: &Calendars,
        now: DateTime<Utc>,
    ) -> Result<Vec<Deadline>, Error> {
        let runs = runs(&case.exchanges_at(now));
        let first = runs.first().map(|run| (Metric::FirstResponse, run));
        let next = runs.get(1..).and_then(<[_]>::last).map(|run| (Metric::NextResponse, run));
        self.measure(first.into_iter().chain(next), priority, calendars, now)
    }

    /// The same with every next response that there was, in the order of time.
    ///
    /// # Errors
    /// As for [`deadlines`](Self::deadlines).
    pub fn history(
        &self,
        case: &Case,
        priority: Priority,
        calendars: &Calendars,
        now: DateTime<Utc>,
    ) -> Result<Vec<Deadline>, Error> {
        let runs = runs(&case.exchanges_at(now));
        let metrics =
            std::iter::once(Metric::FirstResponse).chain(std::iter::repeat(Metric::NextResponse));
        self.measure(metrics.zip(&runs), priority, calendars, now)
    }

    fn measure<'r, 'c: 'r>(
        &self,
        runs: impl Iterator<Item = (Metric, &'r Run<'c>)>,
        priority: Priority,
        calendars: &Calendars,
        now: DateTime<Utc>,
    ) -> Result<Vec<Deadline>, Error> {
        let deadlines = runs.filter_map(|(metric, run)| {
            let policy = self.select(run.message, priority)?;
            let target = policy.target(metric, priority)?;
            let calendar = calendar_of(policy, calendars);
            Some(calendar.and_then(|calendar| {
                let due_at = target.due(run.start, calendar)?;
                let length = target.length();
                let length = length.unwrap_or_else(|| calendar.between(run.start, due_at));
                let reference = match run.end {
                    End::Running => now,
                    End::Answered(end) | End::Dropped(end) => end.max(run.start),
                };
                let margin = Span::new(calendar.between(reference, due_at), due_at - reference);
                let left = match target.counted() {
                    super::Counted::Opening => margin.opening(),
                    super::Counted::Calendar => margin.calendar(),
                };
                let late = reference > due_at;
                let status = match run.end {
                    End::Running if late => Status::Breached,
                    End::Running if policy.at_risk().is_reached(left, length) => Status::AtRisk,
                    End::Running => Status::OnTrack,
                    End::Answered(_) | End::Dropped(_) if late => Status::Missed,
                    End::Answered(_) => Status::Met,
                    End::Dropped(_) => Status::Cancelled,
                };
                let ended_at = match run.end {
                    End::Running => None,
                    End::Answered(end) | End::Dropped(end) => Some(end),
                };
                Ok(Deadline {
                    metric,
                    policy: policy.id.clone(),
                    mention: run.message.mention().clone(),
                    started_at: run.start,
                    due_at,
                    ended_at,
                    status,
                    margin,
                })
            }))
        });
        deadlines.collect()
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut names: Vec<String> = Vec::new();
        let policies = node.each(|at| {
            let policy = Policy::read(at)?;
            if names.iter().any(|name| *name == *policy.id) {
                at.fault(format!("another policy is called \"{}\" as well", policy.id));
                return None;
            }
            names.push(policy.id().to_owned());
            Some(policy)
        })?;
        Some(Self { policies })
    }
}

fn calendar_of<'c>(policy: &Policy, calendars: &'c Calendars) -> Result<&'c Calendar, Error> {
    let Some(name) = policy.calendar() else { return Ok(calendars.default_calendar()) };
    calendars.get(name).ok_or_else(|| {
        let message = format!("policy \"{}\": unknown calendar \"{name}\"", policy.id);
        Error::fault("calendar", message)
    })
}
