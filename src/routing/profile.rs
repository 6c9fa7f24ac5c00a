//! Which rules can match at all, by the values that come from small sets: each such value
//! is one bit, so one mask says of a rule which mentions it may apply to.

use super::test::Test;
use super::view::View;
use super::vocabulary::vocabulary;
use super::{Condition, Field, FieldKind, Leaf};

/// The fields whose values are bits.
const FIELDS: [Field; 12] = [
    Field::Channel,
    Field::Kind,
    Field::Origin,
    Field::Visibility,
    Field::Language,
    Field::Sentiment,
    Field::Intent,
    Field::Urgency,
    Field::Verified,
    Field::HasAttachment,
    Field::Promoted,
    Field::IsReply,
];

/// The bits of one field: one for each word, one for other words, one for unknown.
#[derive(Clone, Debug)]
struct Slot {
    field: Field,
    words: &'static [&'static str],
    at: usize,
}

impl Slot {
    const fn bit(&self, place: usize) -> u128 {
        1 << (self.at + place)
    }

    const fn other(&self) -> u128 {
        self.bit(self.words.len())
    }

    const fn unknown(&self) -> u128 {
        self.bit(self.words.len() + 1)
    }

    fn all(&self) -> u128 {
        (0..self.words.len() + 2).map(|place| self.bit(place)).sum()
    }

    /// The values with which `leaf`, which is about this field, may come out as `wanted`.
    fn allowed(&self, leaf: &Leaf, wanted: bool) -> u128 {
        let where_it = |holds: &dyn Fn(usize, &str) -> bool| {
            let words = self.words.iter().enumerate();
            let fitting = words.filter(|(place, word)| holds(*place, word) == wanted);
            fitting.map(|(place, _)| self.bit(place)).sum::<u128>()
        };
        match leaf.test() {
            Test::Present(present) if *present == wanted => self.all() & !self.unknown(),
            Test::Present(_) => self.unknown(),
            Test::Name(positive, names) => {
                let has = |word: &str| names.iter().any(|name| **name == *word);
                let names_others = names.iter().any(|name| !self.words.contains(&&**name));
                let other = if *positive != wanted || names_others { self.other() } else { 0 };
                where_it(&|_, word| has(word) == *positive) | other
            }
            Test::Level(levels) => where_it(&|step, _| levels.get(step) == Some(&true)),
            Test::Flag(flag) => where_it(&|place, _| (place == 0) == *flag),
            _ => self.all(),
        }
    }

    fn value(&self, view: &View<'_>) -> u128 {
        let place = match self.field.kind() {
            FieldKind::Level => view.level(&self.field),
            FieldKind::Flag => view.flag(&self.field).map(|flag| usize::from(!flag)),
            _ => match view.name(&self.field) {
                None => None,
                Some(name) => match self.words.iter().position(|word| *word == name) {
                    None => return self.other(),
                    place => place,
                },
            },
        };
        place.map_or(self.unknown(), |place| self.bit(place))
    }
}

/// How facts are turned into bits.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    slots: Vec<Slot>,
}

impl Profile {
    /// A profile of all its fields.
    pub(super) fn new() -> Self {
        let mut at = 0;
        let slot = |field: Field| {
            let words =
                vocabulary(&field).map_or(["true", "false"].as_slice(), |known| known.words);
            let slot = Slot { field, words, at };
            at += words.len() + 2;
            slot
        };
        Self { slots: FIELDS.into_iter().map(slot).collect() }
    }

    pub(super) fn has(&self, field: &Field) -> bool {
        self.slots.iter().any(|slot| slot.field == *field)
    }

    /// Drops the fields that none of the masks restricts.
    pub(super) fn keep_used(&mut self, masks: &[u128]) {
        self.slots.retain(|slot| masks.iter().any(|mask| mask & slot.all() != slot.all()));
    }

    /// The values with which `condition` may come out as `wanted`: a superset, never less.
    pub(super) fn allowed(&self, condition: &Condition, wanted: bool) -> u128 {
        let (inner, is_all) = match condition {
            Condition::Not(inner) => return self.allowed(inner, !wanted),
            Condition::Leaf(leaf) => {
                let slot = self.slots.iter().find(|slot| slot.field == *leaf.field());
                return slot.map_or(u128::MAX, |slot| !slot.all() | slot.allowed(leaf, wanted));
            }
            Condition::All(inner) => (inner, true),
            Condition::Any(inner) => (inner, false),
        };
        let masks = inner.iter().map(|condition| self.allowed(condition, wanted));
        if is_all == wanted {
            masks.fold(u128::MAX, |both, mask| both & mask)
        } else {
            masks.fold(0, |either, mask| either | mask)
        }
    }

    /// The field of which `mask` leaves no value, if there is one.
    pub(super) fn impossible(&self, mask: u128) -> Option<&Field> {
        let slot = self.slots.iter().find(|slot| mask & slot.all() == 0);
        slot.map(|slot| &slot.field)
    }

    /// The bits of `view`.
    pub(super) fn of(&self, view: &View<'_>) -> u128 {
        self.slots.iter().map(|slot| slot.value(view)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_fit_and_do_not_overlap() {
        let profile = Profile::new();
        let mut taken = 0_u128;
        for slot in &profile.slots {
            assert!(slot.at + slot.words.len() + 2 <= 128, "{}", slot.field);
            assert_eq!(taken & slot.all(), 0, "{}", slot.field);
            taken |= slot.all();
        }
    }
}
