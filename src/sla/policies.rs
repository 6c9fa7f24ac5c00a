//! All promises, in order, and what is due by them.

use super::facts::Facts;
use super::measure::{Scale, Told};
use super::reading::{Reading, Reason};
use super::runs::Story;
use super::when::Failed;
use super::{Deadline, Metric, Policy, Selection, Trial};
use crate::calendar::Calendars;
use crate::case::{Case, Conventions, Judged, Message};
use crate::config::{Node, configured};
use crate::{Error, Fault};
use chrono::{DateTime, Utc};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// All promises, in order: the first one that applies to a message counts for it.
///
/// Configured as a list of [`Policy`] tables, or as a table with that `list` and with
/// `conventions`: what counts as an answer, see [`Conventions`]. The names of policies
/// differ, except those of versions of one policy, which differ in `valid_from`.
///
/// Which policy applies is asked for each message whose waiting is measured, so what began
/// as a mention that we found may go on under another promise once the writer addresses us.
/// Where none applies, nothing is due; [`explain`](Self::explain) says why.
///
/// # When the case is judged anew
/// With another priority, other tags or another queue, another target or policy may count.
/// The clock goes on: its start stays, and so does the time it has used, counted as it was
/// counted then. What was late stays late.
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
/// assert_eq!(deadlines[0].status(), Status::Achieved); // exactly on time is on time
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policies {
    policies: Vec<Policy>,
    conventions: Conventions,
}

configured!(Policies, "policies");

impl Policies {
    /// The policies, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Policy> {
        self.policies.iter()
    }

    /// What counts as an answer.
    #[must_use]
    pub const fn conventions(&self) -> &Conventions {
        &self.conventions
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
    pub fn explain(&self, case: &Case, judged: impl Into<Judged>) -> Selection<'_> {
        let judged = judged.into();
        let exchanges = case.exchanges_by(&self.conventions, None);
        let waiting = exchanges.iter().find(|exchange| exchange.outcome().is_unanswered());
        let phases = case.phases(&self.conventions, None);
        match waiting.or(exchanges.last()) {
            Some(exchange) => {
                let facts = Facts::new(exchange.message(), &judged, phases.last());
                self.try_all(&facts, exchange.at())
            }
            None => Selection::without_message(),
        }
    }

    /// The same for one message, whose clock starts at `at`.
    #[must_use]
    pub fn explain_message(
        &self,
        message: &Message,
        judged: impl Into<Judged>,
        at: DateTime<Utc>,
    ) -> Selection<'_> {
        self.try_all(&Facts::new(message, &judged.into(), None), at)
    }

    fn try_all(&self, facts: &Facts<'_>, at: DateTime<Utc>) -> Selection<'_> {
        let mut trials = Vec::new();
        for policy in &self.policies {
            let version = (!policy.is_valid_at(at)).then(|| Failed::version(policy, at));
            let trial = Trial::new(policy, version.or_else(|| policy.when.failed(facts)));
            let applies = trial.applies();
            trials.push(trial);
            if applies {
                break;
            }
        }
        Selection::new(trials)
    }

    /// The policy for a clock that started at `start`.
    pub(super) fn select(&self, facts: &Facts<'_>, start: DateTime<Utc>) -> Option<&Policy> {
        let mut policies = self.policies.iter();
        policies.find(|policy| policy.is_valid_at(start) && policy.when.holds(facts))
    }

    /// What is or was due for a case, as it was at `now`: of each metric the latest run,
    /// and every promise that is still to be kept. What happened after `now` is left out.
    /// Where the log does not say how the case was judged, `judged` counts: a
    /// [`Priority`](crate::Priority), or all of it.
    ///
    /// # Errors
    /// When a policy names a calendar that is not there (see [`check`](Self::check)), or
    /// when what is due lies beyond the years that the calendar knows.
    pub fn deadlines(
        &self,
        case: &Case,
        judged: impl Into<Judged>,
        calendars: &Calendars,
        now: DateTime<Utc>,
    ) -> Result<Vec<Deadline>, Error> {
        let judged = judged.into();
        let scale = Scale { policies: self, calendars, judged: &judged, now };
        let story = Story::new(case, self.conventions, now);
        let mut deadlines = Vec::new();
        for metric in self.measured() {
            for run in story.latest(metric) {
                deadlines.extend(scale.measure(&run, &story)?);
            }
        }
        Ok(deadlines)
    }

    /// The same with every run that there was, in the order of the metrics, then of time.
    ///
    /// # Errors
    /// As for [`deadlines`](Self::deadlines).
    pub fn history(
        &self,
        case: &Case,
        judged: impl Into<Judged>,
        calendars: &Calendars,
        now: DateTime<Utc>,
    ) -> Result<Vec<Deadline>, Error> {
        let judged = judged.into();
        let scale = Scale { policies: self, calendars, judged: &judged, now };
        let story = Story::new(case, self.conventions, now);
        let mut deadlines = Vec::new();
        for metric in self.measured() {
            for run in story.runs(metric) {
                deadlines.extend(scale.measure(&run, &story)?);
            }
        }
        Ok(deadlines)
    }

    /// One reading for each metric, in the order of [`Metric::ALL`]: where its latest run
    /// stands, or why nothing is due. Of several promises it is the one that is due first.
    ///
    /// # Errors
    /// As for [`deadlines`](Self::deadlines).
    pub fn readings(
        &self,
        case: &Case,
        judged: impl Into<Judged>,
        calendars: &Calendars,
        now: DateTime<Utc>,
    ) -> Result<Vec<Reading>, Error> {
        let judged = judged.into();
        let scale = Scale { policies: self, calendars, judged: &judged, now };
        let story = Story::new(case, self.conventions, now);
        let read = |metric: Metric| {
            let mut found: Option<Told> = None;
            for run in story.latest(metric) {
                let next = scale.measure(&run, &story)?;
                found = match (found, next) {
                    (Some(Ok(known)), Ok(next)) if known.due_at <= next.due_at => Some(Ok(known)),
                    (Some(Ok(known)), Err(_)) => Some(Ok(known)),
                    (_, next) => Some(next),
                };
            }
            let reason = || match () {
                () if !story.has_message() => Reason::NoMessage,
                () if !self.measured().any(|known| known == metric) => Reason::NoTarget,
                () => Reason::NotStarted,
            };
            Ok(Reading::new(metric, found.unwrap_or_else(|| Err(reason()))))
        };
        Metric::ALL.into_iter().map(read).collect()
    }

    /// The metrics of which some policy speaks, and promises, which may have a due time of
    /// their own.
    fn measured(&self) -> impl Iterator<Item = Metric> {
        let speaks = |metric: Metric| self.policies.iter().any(|it| it.targets(metric).is_some());
        Metric::ALL.into_iter().filter(move |metric| *metric == Metric::Promise || speaks(*metric))
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        if node.value().is_array() {
            return Some(Self { policies: read_list(node)?, conventions: Conventions::default() });
        }
        let mut table = node.table()?;
        let policies = table.read("list", read_list);
        let conventions = table.read_or("conventions", Conventions::default(), Conventions::read);
        table.finish();
        Some(Self { policies: policies?, conventions: conventions? })
    }
}

/// Every policy of a list; no two are the same version of one name.
fn read_list(node: &Node<'_>) -> Option<Vec<Policy>> {
    let mut versions: BTreeMap<String, Vec<Option<DateTime<Utc>>>> = BTreeMap::new();
    let mut policies = node.each(|at| {
        let policy = Policy::read(at)?;
        let known = versions.entry(policy.id().to_owned()).or_default();
        if known.contains(&policy.valid_from) {
            let of = policy.valid_from.map_or_else(String::new, |from| format!(" from {from}"));
            at.fault(format!("another policy is called \"{}\"{of} as well", policy.id));
            return None;
        }
        known.push(policy.valid_from);
        Some(policy)
    })?;
    for policy in &mut policies {
        let others = versions.get(policy.id()).map(Vec::as_slice).unwrap_or_default();
        let later = others.iter().filter(|from| **from > policy.valid_from);
        policy.valid_until = later.copied().flatten().min();
    }
    Some(policies)
}

impl Serialize for Policies {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.conventions == Conventions::default() {
            return self.policies.serialize(serializer);
        }
        let mut table = serializer.serialize_struct("Policies", 2)?;
        table.serialize_field("conventions", &self.conventions)?;
        table.serialize_field("list", &self.policies)?;
        table.end()
    }
}
