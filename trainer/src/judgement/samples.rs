//! The features of the examples, and which of them get weights.

use super::example::{Example, Role};
use super::lexicon::Lexicon;
use super::pool::SOURCE_ROWS;
use std::collections::HashMap;
use webcare::classify::training::{Tongue, features};

/// No feature makes a message longer by more than this.
const MOST_HALVES: i16 = 2;

/// The features of an example.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The rows of those that have weights, and how much each counts.
    pub rows: Vec<(u32, f32)>,
    /// The sum of the squares of all, with or without weights.
    pub squares: f32,
}

/// The features of all examples.
#[derive(Debug)]
pub struct Samples {
    /// In the order of the examples.
    pub all: Vec<Sample>,
    /// The keys of the features with weights, ascending; the first is in row
    /// [`SOURCE_ROWS`].
    pub keys: Vec<u32>,
    /// How often each of these occurs in what is learnt.
    pub counts: Vec<u32>,
}

impl Samples {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        SOURCE_ROWS + self.keys.len()
    }
}

/// Reads all examples as the classifier does. Features that occur less than `least` times
/// get no weights.
pub fn samples(examples: &[Example], lexicon: &Lexicon, least: u32) -> Samples {
    let (first, second) = examples.split_at(examples.len() / 2);
    let read = |part: &[Example]| -> Vec<Vec<(u32, i16)>> {
        part.iter().map(|example| read(example, lexicon)).collect()
    };
    let mut halves: Vec<Vec<(u32, i16)>> = Vec::with_capacity(examples.len());
    std::thread::scope(|scope| {
        let other = scope.spawn(|| read(second));
        halves.extend(read(first));
        match other.join() {
            Ok(second) => halves.extend(second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    });
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for (features, _) in halves.iter().zip(examples).filter(|(_, e)| e.role != Role::Test) {
        for (key, _) in features {
            *counts.entry(*key).or_default() += 1;
        }
    }
    let frequent = counts.iter().filter(|(_, count)| **count >= least);
    let mut keys: Vec<u32> = frequent.map(|(key, _)| *key).collect();
    keys.sort_unstable();
    let row = |at: usize| (SOURCE_ROWS + at) as u32;
    let rows: HashMap<u32, u32> =
        keys.iter().enumerate().map(|(at, key)| (*key, row(at))).collect();
    let all = halves.into_iter().map(|features| Sample {
        squares: features.iter().map(|(_, halves)| whole((*halves).min(MOST_HALVES)).powi(2)).sum(),
        rows: features
            .into_iter()
            .filter_map(|(key, halves)| Some((*rows.get(&key)?, whole(halves))))
            .collect(),
    });
    Samples { all: all.collect(), counts: keys.iter().map(|key| counts[key]).collect(), keys }
}

fn read(example: &Example, lexicon: &Lexicon) -> Vec<(u32, i16)> {
    let features = features(&example.text, tongue(example), lexicon.valence());
    features.into_iter().map(|feature| (feature.key, feature.counts)).collect()
}

/// The language that an example is read in.
pub const fn tongue(example: &Example) -> Tongue {
    if example.dutch { Tongue::Dutch } else { Tongue::English }
}

fn whole(halves: i16) -> f32 {
    f32::from(halves) / 2.0
}
