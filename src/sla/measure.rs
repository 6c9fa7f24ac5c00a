//! Where one run of a clock stands.

use super::consumed::{Consumed, Setting};
use super::facts::{Facts, is_judged_alike};
use super::reading::Reason;
use super::runs::{End, Run, Story};
use super::{Counted, Deadline, Metric, Policies, Policy, Span, Status};
use crate::Error;
use crate::calendar::{Calendar, Calendars};
use crate::case::{self, Judged, Phase};
use chrono::{DateTime, TimeDelta, Utc};

/// What a run is measured by.
#[derive(Clone, Copy)]
pub(super) struct Scale<'p> {
    pub(super) policies: &'p Policies,
    pub(super) calendars: &'p Calendars,
    /// Where the log says nothing.
    pub(super) judged: &'p Judged,
    pub(super) now: DateTime<Utc>,
}

/// A due time that was missed, by the setting under which it was.
struct Miss<'p> {
    setting: Setting<'p>,
    length: TimeDelta,
    due: DateTime<Utc>,
    at: DateTime<Utc>,
}

/// A deadline, or why there is none.
pub(super) type Told = Result<Deadline, Reason>;

impl<'p> Scale<'p> {
    /// Where a run stands.
    pub(super) fn measure(&self, run: &Run<'_>, story: &Story<'_>) -> Result<Told, Error> {
        let stop = run.end.at().unwrap_or(self.now).max(run.start);
        let (mut consumed, last) = self.pieces(run, story, stop)?;
        let earlier = || consumed.pieces().iter().rev().find_map(|piece| piece.setting);
        let usual = match last {
            Ok(setting) => setting,
            Err(reason) => match earlier() {
                Some(setting) => setting,
                None => return Ok(Err(reason)),
            },
        };
        consumed.count(&usual);
        match (last, first_miss(run, &consumed, &usual)?) {
            (Err(reason), None) => Ok(Err(reason)),
            (_, miss) => deadline(run, stop, &consumed, usual, miss).map(Ok),
        }
    }

    /// The pieces of a run until `stop`, and what counts in the last one.
    fn pieces(
        &self,
        run: &Run<'_>,
        story: &Story<'_>,
        stop: DateTime<Utc>,
    ) -> Result<(Consumed<'p>, Result<Setting<'p>, Reason>), Error> {
        let mut consumed = Consumed::new();
        let mut setting: Result<Setting<'p>, Reason> = Err(Reason::NoPolicy);
        let begun = story.phases.partition_point(|phase| phase.since() <= run.start);
        let first = begun.saturating_sub(1);
        let mut phases = story.phases.iter().skip(first).peekable();
        let mut before: Option<&Phase<'_>> = None;
        while let Some(phase) = phases.next() {
            let is_over = match run.end {
                End::Running => phase.since() > stop,
                End::Done(_) | End::Dropped(_) => phase.since() >= stop,
            };
            if is_over && before.is_some() {
                break;
            }
            if !before.is_some_and(|before| is_judged_alike(before, phase)) {
                let facts =
                    run.message.map(|message| Facts::new(message, self.judged, Some(phase)));
                setting = self.setting(run, facts)?;
            }
            let from = if before.is_some() { phase.since() } else { run.start };
            let to = phases.peek().map_or(stop, |next| next.since().min(stop)).max(from);
            let in_force = setting.as_ref().ok();
            consumed.push(from, to, is_paused(run, in_force, phase.status()), in_force.copied());
            before = Some(phase);
        }
        Ok((consumed, setting))
    }

    /// What counts for a run that is judged so.
    fn setting(
        &self,
        run: &Run<'_>,
        facts: Option<Facts<'_>>,
    ) -> Result<Result<Setting<'p>, Reason>, Error> {
        let policy = facts.and_then(|facts| self.policies.select(&facts, run.start));
        let calendar = match policy {
            Some(policy) => calendar_of(policy, self.calendars)?,
            None => self.calendars.default_calendar(),
        };
        if run.fixed.is_some() {
            let counted = Counted::Calendar;
            return Ok(Ok(Setting { policy, target: None, calendar, counted }));
        }
        let Some((policy, facts)) = policy.zip(facts) else {
            return Ok(Err(Reason::NoPolicy));
        };
        Ok(match policy.target(run.metric, facts.priority()) {
            None => Err(Reason::NoTarget),
            Some(target) => {
                let counted = target.counted();
                Ok(Setting { policy: Some(policy), target: Some(target), calendar, counted })
            }
        })
    }
}

/// The first due time that was missed under a setting that no longer counts.
fn first_miss<'p>(
    run: &Run<'_>,
    consumed: &Consumed<'p>,
    usual: &Setting<'p>,
) -> Result<Option<Miss<'p>>, Error> {
    let mut pieces = consumed.pieces().iter().peekable();
    while let Some(piece) = pieces.next() {
        let Some(setting) = piece.setting else { continue };
        let is_same = |next: &&super::consumed::Piece<'p>| {
            next.setting.is_some_and(|next| next.is_like(&setting))
        };
        let mut end = piece.to;
        while let Some(next) = pieces.next_if(is_same) {
            end = next.to;
        }
        if pieces.peek().is_none() {
            break;
        }
        let (length, due) = due_of(run, consumed, &setting, usual)?;
        if due < end {
            let at = due.max(piece.from);
            return Ok(Some(Miss { setting, length, due, at }));
        }
    }
    Ok(None)
}

/// What is due, by `current`, or by what was missed before.
fn deadline<'p>(
    run: &Run<'_>,
    stop: DateTime<Utc>,
    consumed: &Consumed<'p>,
    current: Setting<'p>,
    miss: Option<Miss<'p>>,
) -> Result<Deadline, Error> {
    let (setting, (length, due_at), missed) = match miss {
        Some(miss) => (miss.setting, (miss.length, miss.due), Some(miss.at)),
        None => (current, due_of(run, consumed, &current, &current)?, None),
    };
    let breached_at = missed.or((stop > due_at).then_some(due_at));
    let is_paused = consumed.pieces().last().is_some_and(|last| last.is_paused);
    let used = consumed.total();
    let warnings = setting.policy.map_or(&[][..], |policy| policy.warnings(run.metric));
    let passed = || warnings.iter().map(|warning| warning.passed(length));
    let reached = passed().filter(|passed| *passed <= used).count();
    let status = match (run.end, breached_at.is_some()) {
        (End::Running, true) => Status::Breaching,
        (End::Running, false) if is_paused => Status::Paused,
        (End::Running, false) if reached > 0 => Status::Imminent,
        (End::Running, false) => Status::Pending,
        (_, true) => Status::Breached,
        (End::Done(_), false) => Status::Achieved,
        (End::Dropped(_), false) => Status::Cancelled,
    };
    let next_change = match status {
        Status::Pending | Status::Imminent => {
            let late = due_at.checked_add_signed(TimeDelta::nanoseconds(1));
            let ahead = passed().filter(|passed| *passed > used).min();
            let warned = ahead.and_then(|ahead| setting.add(stop, ahead - used).ok());
            warned.into_iter().chain(late).min()
        }
        _ => None,
    };
    let opening = setting.calendar.between(stop, due_at);
    Ok(Deadline {
        metric: run.metric,
        policy: setting.policy.map(|policy| policy.id.clone()),
        mention: run.message.map(|message| message.mention().clone()),
        about: run.about.map(Into::into),
        started_at: run.start,
        due_at,
        ended_at: run.end.at(),
        breached_at,
        next_change,
        warnings: reached,
        status,
        margin: Span::new(opening, due_at - stop),
    })
}

/// How long a run may take, and when it is due.
fn due_of<'p>(
    run: &Run<'_>,
    consumed: &Consumed<'p>,
    setting: &Setting<'p>,
    usual: &Setting<'p>,
) -> Result<(TimeDelta, DateTime<Utc>), Error> {
    match (run.fixed, setting.target) {
        (Some(due), _) => Ok((due - run.start, due)),
        (None, Some(target)) => consumed.due(target, setting, usual),
        (None, None) => Err(Error::fault("due", "no target")),
    }
}

fn is_paused(run: &Run<'_>, setting: Option<&Setting<'_>>, status: case::Status) -> bool {
    let targets = setting.and_then(|it| it.policy).and_then(|it| it.targets(run.metric));
    let pause = targets.map_or_else(|| run.metric.usual_pause(), super::targets::Targets::pause);
    let resolved = case::Status::Resolved;
    let pause = match run.metric {
        Metric::TotalResolution | Metric::WaitingOnUs | Metric::WaitingOnCustomer => {
            pause.with(resolved)
        }
        _ => pause,
    };
    run.fixed.is_none() && pause.holds(status)
}

fn calendar_of<'c>(policy: &Policy, calendars: &'c Calendars) -> Result<&'c Calendar, Error> {
    let Some(name) = policy.calendar() else { return Ok(calendars.default_calendar()) };
    calendars.get(name).ok_or_else(|| {
        let message = format!("policy \"{}\": unknown calendar \"{name}\"", policy.id);
        Error::fault("calendar", message)
    })
}
