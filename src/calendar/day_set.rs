//! A set of days that counts: how many before a day, which is the nth.

/// Days of a range, one bit each, with the count at every 64th.
#[derive(Clone, Debug)]
pub(crate) struct DaySet {
    first: i64,
    words: Vec<Word>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Word {
    days: u64,
    /// Days in all words before this one.
    before: u32,
}

const BITS: i64 = 64;

impl DaySet {
    /// The days of `first..=last` for which `holds`.
    pub(crate) fn new(first: i64, last: i64, mut holds: impl FnMut(i64) -> bool) -> Self {
        let mut words = Vec::new();
        let (mut word, mut total) = (Word::default(), 0);
        for day in first..=last {
            let bit = (day - first) % BITS;
            if holds(day) {
                word.days |= 1 << bit;
                total += 1;
            }
            if bit == BITS - 1 || day == last {
                words.push(word);
                word = Word { days: 0, before: total };
            }
        }
        Self { first, words }
    }

    /// How many days of the set come before `day`.
    pub(crate) fn count_before(&self, day: i64) -> i64 {
        let index = (day - self.first).max(0);
        let word = usize::try_from(index / BITS).ok().and_then(|word| self.words.get(word));
        match word {
            Some(word) => {
                let earlier = word.days & ((1 << (index % BITS)) - 1);
                i64::from(word.before) + i64::from(earlier.count_ones())
            }
            None => self
                .words
                .last()
                .map_or(0, |last| i64::from(last.before) + i64::from(last.days.count_ones())),
        }
    }

    /// Whether `day` is in the set.
    pub(crate) fn contains(&self, day: i64) -> bool {
        let index = day - self.first;
        let word =
            usize::try_from(index.div_euclid(BITS)).ok().and_then(|word| self.words.get(word));
        word.is_some_and(|word| word.days >> index.rem_euclid(BITS) & 1 == 1)
    }

    /// The day of the set before which `count` others come.
    pub(crate) fn nth(&self, count: i64) -> Option<i64> {
        let count = u32::try_from(count).ok()?;
        let index = self.words.partition_point(|word| word.before <= count).checked_sub(1)?;
        let word = self.words.get(index)?;
        let mut days = word.days;
        for _ in word.before..count {
            days &= days.checked_sub(1)?;
        }
        let bit = i64::from(days.trailing_zeros());
        (bit < BITS).then(|| self.first + i64::try_from(index).unwrap_or_default() * BITS + bit)
    }

    /// Bytes it takes.
    #[cfg(test)]
    pub(crate) fn size(&self) -> usize {
        size_of::<Self>() + self.words.capacity() * size_of::<Word>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_and_finds_as_a_list_does(days in prop::collection::btree_set(10i64..300, 0..80)) {
            let set = DaySet::new(10, 299, |day| days.contains(&day));
            let listed: Vec<i64> = days.iter().copied().collect();
            for day in 0..320 {
                prop_assert_eq!(set.contains(day), days.contains(&day));
                prop_assert_eq!(set.count_before(day), i64::try_from(days.range(..day).count()).unwrap());
            }
            for (count, index) in (0i64..100).zip(0..) {
                prop_assert_eq!(set.nth(count), listed.get::<usize>(index).copied());
            }
            prop_assert_eq!(set.nth(-1), None);
        }
    }
}
