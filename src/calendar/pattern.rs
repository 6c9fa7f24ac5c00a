//! Opening spans on one piece of the table, with sums to search in.

use super::clock_changes::DAY;

/// Seconds in seven days of 24 hours.
pub(crate) const WEEK: i64 = 7 * DAY;

/// A half-open span of seconds `[from, to)`.
pub(crate) type Span = (i64, i64);

/// Puts spans in order and joins those that touch or overlap; empty ones vanish.
pub(crate) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|(from, to)| from < to);
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Spans in order, without overlap, that repeat after `period` seconds.
///
/// Positions count from the start of the first period; `state` and the three searches
/// are exact for every position from 0 on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pattern {
    spans: Vec<Opened>,
    period: i64,
    total: i64,
}

/// How things stand at a second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// Open seconds before it.
    pub(crate) opened: i64,
    /// Whether it is open itself.
    pub(crate) is_open: bool,
}

/// A span with the open seconds of its period that come before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Opened {
    from: i64,
    to: i64,
    before: i64,
}

/// Nothing open, ever.
pub(crate) static CLOSED: Pattern = Pattern { spans: Vec::new(), period: i64::MAX, total: 0 };

impl Pattern {
    /// Spans that come back each week; `spans` are joined and lie within `0..WEEK`.
    pub(crate) fn weekly(spans: &[Span]) -> Self {
        Self::new(spans, WEEK)
    }

    /// Spans that come once; `spans` are joined and start at 0 or later.
    pub(crate) fn once(spans: &[Span]) -> Self {
        Self::new(spans, i64::MAX)
    }

    fn new(spans: &[Span], period: i64) -> Self {
        let mut total = 0;
        let spans = spans.iter().map(|&(from, to)| {
            let before = total;
            total += to - from;
            Opened { from, to, before }
        });
        Self { spans: spans.collect(), period, total }
    }

    /// The last span for which `before` holds; it holds for the first few only.
    fn last(&self, before: impl Fn(&Opened) -> bool) -> Option<&Opened> {
        let count = self.spans.partition_point(before);
        self.spans.get(count.checked_sub(1)?)
    }

    /// Open seconds in `0..position`, and whether the second that starts there is open.
    pub(crate) fn state(&self, position: i64) -> State {
        let (periods, rest) = self.split(position);
        let span = self.last(|span| span.from <= rest);
        let within = span.map_or(0, |span| span.before + rest.min(span.to) - span.from);
        State {
            opened: periods * self.total + within,
            is_open: span.is_some_and(|span| rest < span.to),
        }
    }

    /// The periods before `position`, and the position in its own. That it divides by a
    /// constant, if at all, is what makes it fast.
    fn split(&self, position: i64) -> (i64, i64) {
        if position < self.period {
            (0, position)
        } else if self.period == WEEK {
            (position / WEEK, position % WEEK)
        } else {
            (position / self.period, position % self.period)
        }
    }

    /// The first position with `state(position).opened >= amount`, where `amount` is at least 1
    /// and is reached.
    pub(crate) fn first_with(&self, amount: i64) -> i64 {
        if self.total == 0 {
            return 0;
        }
        let (periods, rest) = ((amount - 1) / self.total, (amount - 1) % self.total + 1);
        let within =
            self.last(|span| span.before < rest).map_or(0, |span| span.from + rest - span.before);
        periods.saturating_mul(self.period).saturating_add(within)
    }

    /// The last position with `state(position).opened <= amount`, where `amount` is at least 0
    /// and is passed.
    pub(crate) fn last_with(&self, amount: i64) -> i64 {
        if self.total == 0 {
            return 0;
        }
        let (periods, rest) = (amount / self.total, amount % self.total);
        let within =
            self.last(|span| span.before <= rest).map_or(0, |span| span.from + rest - span.before);
        periods.saturating_mul(self.period).saturating_add(within)
    }

    /// The last position with at most `amount` closed seconds before it, where `amount`
    /// is at least 0 and is passed.
    pub(crate) fn last_with_closed(&self, amount: i64) -> i64 {
        let closed = self.period - self.total;
        if closed == 0 {
            return 0;
        }
        let (periods, rest) = (amount / closed, amount % closed);
        let within = self
            .last(|span| span.from - span.before <= rest)
            .map_or(rest, |span| span.to + rest - (span.from - span.before));
        periods.saturating_mul(self.period).saturating_add(within)
    }

    /// Bytes it takes.
    #[cfg(test)]
    pub(crate) fn size(&self) -> usize {
        size_of::<Self>() + self.spans.capacity() * size_of::<Opened>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spans_are_joined_where_they_touch_and_empty_ones_vanish() {
        assert_eq!(joined(vec![(5, 9), (1, 3), (3, 4), (7, 12), (20, 20)]), [(1, 4), (5, 12)]);
    }

    proptest! {
        #[test]
        fn sums_and_searches_agree_with_counting(
            spans in prop::collection::vec((0i64..40, 0i64..40), 0..6),
            periodic: bool,
        ) {
            let spans = joined(spans);
            let pattern = Pattern::new(&spans, if periodic { 40 } else { 400 });
            let open = |second: i64| {
                let second = if periodic { second % 40 } else { second };
                spans.iter().any(|(from, to)| (*from..*to).contains(&second))
            };
            let count = |to: i64| (0..to).map(|second| i64::from(open(second))).sum::<i64>();
            for position in 0..120 {
                prop_assert_eq!(pattern.state(position).is_open, open(position));
                prop_assert_eq!(pattern.state(position).opened, count(position));
                let amount = pattern.state(position).opened;
                if open(position) {
                    prop_assert_eq!(pattern.last_with(amount), position);
                    prop_assert_eq!(pattern.first_with(amount + 1), position + 1);
                } else {
                    prop_assert_eq!(pattern.last_with_closed(position - amount), position);
                }
            }
        }
    }
}
