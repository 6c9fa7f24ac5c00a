//! Which rules are worth a look: each rule is kept under something that must be there for
//! it to match, so a rule whose words or names are absent costs nothing.

use super::profile::Profile;
use super::test::{Quantity, Test, bare};
use super::view::View;
use super::words::{Lexicon, Lookup, Words};
use super::{Condition, Field, FieldKind, Leaf, Rule};
use crate::text::fold;
use serde_json::Value;
use std::collections::BTreeMap;

/// Something that must be there for a rule to match.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The word with this number, in this field.
    Word(Field, u32),
    /// This name, in this field.
    Name(Field, Box<str>),
}

/// How many conditions ask for each key: the fewer, the better it tells rules apart.
type Usage = BTreeMap<Key, usize>;

/// The rules of a book by what they need. A rule is known by its place.
#[derive(Clone, Debug)]
pub(super) struct Index {
    lexicon: Lexicon,
    profile: Profile,
    /// By place: the values that the rule allows.
    allowed: Vec<u128>,
    /// Rules by word number, for each field with words.
    words: Vec<(Field, Vec<Vec<usize>>)>,
    /// Rules by name, for each field with names.
    names: Vec<(Field, Lookup<Vec<usize>>)>,
    /// Rules that need no key, by the values they allow.
    keyless: Vec<(u128, Vec<usize>)>,
}

impl Index {
    /// An index of the rules that take part. The words of all rules have their numbers
    /// from `lexicon`.
    pub(super) fn new<'r>(rules: impl Iterator<Item = &'r Rule> + Clone, lexicon: Lexicon) -> Self {
        let mut profile = Profile::new();
        let mask = |rule: &Rule| rule.when().map_or(u128::MAX, |when| profile.allowed(when, true));
        let allowed: Vec<u128> = rules.clone().map(mask).collect();

        let mut usage = Usage::new();
        for leaf in rules.clone().filter_map(Rule::when).flat_map(Condition::leaves) {
            for key in mentioned(leaf, &profile).into_iter().flatten() {
                *usage.entry(key).or_default() += 1;
            }
        }

        let mut index = Self {
            words: Vec::new(),
            names: Vec::new(),
            keyless: Vec::new(),
            profile: Profile::new(),
            allowed: Vec::new(),
            lexicon,
        };
        let mut keyless: BTreeMap<u128, Vec<usize>> = BTreeMap::new();
        for (place, (rule, mask)) in rules.zip(&allowed).enumerate() {
            if !rule.is_enabled() {
                continue;
            }
            match rule.when().and_then(|when| keys(when, true, &usage, &profile)) {
                Some(keys) => keys.into_iter().for_each(|key| index.put(key, place)),
                None => keyless.entry(*mask).or_default().push(place),
            }
        }
        index.keyless = keyless.into_iter().collect();
        profile.keep_used(&allowed);
        index.profile = profile;
        index.allowed = allowed;
        index
    }

    fn put(&mut self, key: Key, rule: usize) {
        match key {
            Key::Word(field, number) => {
                let width = self.lexicon.len();
                let found = self.words.iter().position(|(known, _)| *known == field);
                let at = found.unwrap_or_else(|| {
                    self.words.push((field, vec![Vec::new(); width]));
                    self.words.len() - 1
                });
                let rules = self.words.get_mut(at).zip(usize::try_from(number).ok());
                if let Some(rules) = rules.and_then(|((_, rules), number)| rules.get_mut(number)) {
                    rules.push(rule);
                }
            }
            Key::Name(field, name) => {
                let found = self.names.iter().position(|(known, _)| *known == field);
                let at = found.unwrap_or_else(|| {
                    self.names.push((field, Lookup::default()));
                    self.names.len() - 1
                });
                if let Some((_, rules)) = self.names.get_mut(at) {
                    rules.entry(name).or_default().push(rule);
                }
            }
        }
    }

    pub(super) const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The places of the rules that may match, in order. Every rule that matches is there.
    pub(super) fn candidates(&self, view: &View<'_>) -> Vec<usize> {
        let profile = self.profile.of(view);
        let fits = |mask: u128| profile & !mask == 0;
        let mut candidates = Vec::new();
        let mut add = |rules: &[usize]| {
            let fitting = |rule: &&usize| self.allowed.get(**rule).is_some_and(|mask| fits(*mask));
            candidates.extend(rules.iter().filter(fitting));
        };
        for (field, rules) in &self.words {
            for number in view.words(field).into_iter().flat_map(Words::known) {
                let number = usize::try_from(number).unwrap_or(usize::MAX);
                add(rules.get(number).map_or(&[], Vec::as_slice));
            }
        }
        for (field, rules) in &self.names {
            let mut look_up = |name: &str| {
                add(rules.get(&*fold(bare(field, name))).map_or(&[], Vec::as_slice));
            };
            if field.kind() == FieldKind::Name {
                view.name(field).iter().for_each(|name| look_up(name));
            } else {
                view.names(field, &mut look_up);
            }
        }
        for (mask, rules) in &self.keyless {
            if fits(*mask) {
                candidates.extend(rules);
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }

    /// The field of which the rule at `place` allows no value.
    pub(super) fn impossible(rule: &Rule) -> Option<Field> {
        let profile = Profile::new();
        profile.impossible(profile.allowed(rule.when()?, true)).cloned()
    }
}

/// All things that a leaf speaks of, whatever it wants of them, each by the keys that are
/// there whenever it is: for a phrase each of its words.
fn mentioned(leaf: &Leaf, profile: &Profile) -> Vec<Vec<Key>> {
    let name = |name: &str| vec![Key::Name(leaf.field().clone(), name.into())];
    match leaf.test() {
        Test::Words(_, patterns) => {
            let field = match leaf.field() {
                Field::Handles | Field::Hashtags => &Field::Text,
                field => field,
            };
            let key = |number: &u32| Key::Word(field.clone(), *number);
            patterns.iter().map(|pattern| pattern.numbers().iter().map(key).collect()).collect()
        }
        Test::Name(_, names) if !profile.has(leaf.field()) => {
            names.iter().map(|known| name(known)).collect()
        }
        Test::Names(_, names) => names.iter().map(|known| name(known)).collect(),
        Test::Custom(_, values) if values.iter().all(Value::is_string) => {
            values.iter().filter_map(Value::as_str).map(|text| name(&fold(text))).collect()
        }
        _ => Vec::new(),
    }
}

/// Keys of which one must be there for `condition` to come out as `wanted`; `None` when it
/// can do so without.
fn keys(condition: &Condition, wanted: bool, usage: &Usage, profile: &Profile) -> Option<Vec<Key>> {
    let cost = |keys: &[Key]| keys.iter().filter_map(|key| usage.get(key)).sum::<usize>();
    let cheapest = |choices: Vec<Vec<Key>>| choices.into_iter().min_by_key(|keys| cost(keys));
    let (inner, is_all) = match condition {
        Condition::Not(inner) => return keys(inner, !wanted, usage, profile),
        Condition::Leaf(leaf) => {
            let quantity = match leaf.test() {
                Test::Words(quantity, _) | Test::Names(quantity, _) => *quantity,
                Test::Name(true, _) | Test::Custom(true, _) => Quantity::Any,
                Test::Name(false, _) | Test::Custom(false, _) => Quantity::None,
                _ => return None,
            };
            let rarest = |keys: Vec<Key>| {
                keys.into_iter().min_by_key(|key| usage.get(key).copied().unwrap_or_default())
            };
            let found: Option<Vec<Key>> =
                mentioned(leaf, profile).into_iter().map(rarest).collect();
            let found = found.filter(|found| !found.is_empty())?;
            return match (quantity, wanted) {
                (Quantity::Any, true) | (Quantity::None, false) => Some(found),
                (Quantity::All, true) => cheapest(found.into_iter().map(|key| vec![key]).collect()),
                _ => None,
            };
        }
        Condition::All(inner) => (inner, true),
        Condition::Any(inner) => (inner, false),
    };
    let of_inner = inner.iter().map(|condition| keys(condition, wanted, usage, profile));
    if is_all == wanted {
        cheapest(of_inner.flatten().collect())
    } else {
        let all: Option<Vec<Vec<Key>>> = of_inner.collect();
        all.map(|keys| keys.into_iter().flatten().collect())
    }
}
