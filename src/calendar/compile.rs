//! From what a calendar says to a table that answers fast.

use super::clock_changes::{ChangedDays, DAY, clock_changes, offset};
use super::day_set::DaySet;
use super::definition::Definition;
use super::pattern::{CLOSED, Pattern, Span, joined};
use super::table::{FIRST_DAY, LAST_DAY, Piece, Table, day_of_week};
use super::weeks::Weeks;
use std::collections::{BTreeMap, BTreeSet};

impl Table {
    /// Compiles a calendar.
    pub(crate) fn compile(definition: &Definition) -> Self {
        let weeks = Weeks::new(definition);
        let margin = 3 * DAY;
        let (from, to) = (FIRST_DAY * DAY - margin, (LAST_DAY + 1) * DAY + margin);
        let changes = clock_changes(definition.zone, from, to);
        let groups = ChangedDays::group(&changes);

        // A change at an edge is left out with the days it touches.
        let mut shift = offset(definition.zone, from);
        let mut first = FIRST_DAY;
        for early in groups.iter().take_while(|group| group.first < FIRST_DAY) {
            first = first.max(early.last + 1);
            shift = early.offset_after();
        }
        let inside = || groups.iter().filter(|group| group.first >= FIRST_DAY);
        let late = inside().find(|group| group.last > LAST_DAY);
        let last = late.map_or(LAST_DAY, |group| group.first - 1);
        let groups: BTreeMap<i64, &ChangedDays> = inside()
            .filter(|group| group.last <= LAST_DAY)
            .map(|group| (group.first, group))
            .collect();

        let mut pieces = Pieces::new(&weeks);
        let mut vanished = BTreeSet::new();
        let breaks = weeks.breaks(groups.keys(), first, last);
        let mut day = first;
        while day <= last {
            if let Some(group) = groups.get(&day) {
                vanished.extend(pieces.changed_days(group, shift));
                shift = group.offset_after();
                day = group.last + 1;
            } else {
                pieces.days(day, shift);
                day = breaks.range(day + 1..).next().copied().unwrap_or(last + 1);
            }
        }
        let (pieces, patterns) = pieces.finish(day * DAY - shift);
        let opens = |day: i64| !vanished.contains(&day) && !weeks.hours(day).is_empty();
        Self { pieces, patterns, days: DaySet::new(first, last, opens) }
    }
}

/// The pieces so far.
struct Pieces<'w> {
    weeks: &'w Weeks,
    list: Vec<Piece>,
    patterns: Vec<Pattern>,
    /// The numbers of the patterns of single days.
    single: BTreeMap<Vec<Span>, u32>,
}

impl<'w> Pieces<'w> {
    fn new(weeks: &'w Weeks) -> Self {
        let patterns = weeks.patterns();
        Self { weeks, list: Vec::new(), patterns, single: BTreeMap::new() }
    }

    /// Adds the days from `from` on, on which the clocks do not change: one special day,
    /// or any number of ordinary ones of one version.
    fn days(&mut self, from: i64, shift: i64) {
        let start = from * DAY - shift;
        if let Some(spans) = self.weeks.special(from) {
            self.single(start, spans);
        } else {
            self.push(start, day_of_week(from) * DAY, self.weeks.number(from));
        }
    }

    /// Adds days on which the clocks change; says which of them have hours, but none
    /// that the clocks show.
    fn changed_days(&mut self, group: &ChangedDays, shift: i64) -> Vec<i64> {
        let start = group.first * DAY - shift;
        let mut all = Vec::new();
        let mut vanished = Vec::new();
        for day in group.first..=group.last {
            let midnight = day * DAY;
            let spans = self.weeks.hours(day).iter().map(|(from, to)| {
                let end = if *to == DAY {
                    group.end_of_day(midnight + DAY)
                } else {
                    group.closing(midnight + to)
                };
                (group.opening(midnight + from) - start, end - start)
            });
            let spans = joined(spans.collect());
            if spans.is_empty() {
                vanished.push(day);
            }
            all.extend(spans);
        }
        self.single(start, &joined(all));
        vanished
    }

    fn single(&mut self, start: i64, spans: &[Span]) {
        let number = self.single.get(spans).copied().unwrap_or_else(|| {
            let number = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
            self.patterns.push(Pattern::once(spans));
            self.single.insert(spans.to_vec(), number);
            number
        });
        self.push(start, 0, number);
    }

    fn push(&mut self, start: i64, phase: i64, pattern: u32) {
        let before = self.opened_until(start);
        let phase = u32::try_from(phase).unwrap_or_default();
        self.list.push(Piece { start, before, phase, pattern });
    }

    /// Open seconds up to `end`, where the piece begins that is not there yet.
    fn opened_until(&self, end: i64) -> i64 {
        self.list.last().map_or(0, |last| {
            let number = usize::try_from(last.pattern).unwrap_or(usize::MAX);
            last.opened_until(end, self.patterns.get(number).unwrap_or(&CLOSED))
        })
    }

    fn finish(mut self, end: i64) -> (Vec<Piece>, Vec<Pattern>) {
        self.push(end, 0, u32::MAX);
        self.list.shrink_to_fit();
        self.patterns.shrink_to_fit();
        (self.list, self.patterns)
    }
}
