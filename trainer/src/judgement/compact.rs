//! Which features keep their weights in the file, and their weights in one byte each.
//!
//! A frequent word has one row for itself and all its parts; the parts stay for words that
//! are not so frequent.

use super::example::Example;
use super::example::Role;
use super::network::Network;
use super::pool::SOURCE_ROWS;
use super::samples::{Samples, tongue};
use super::settings::Settings;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use webcare::classify::training::{ANSWERS, HIDDEN, LANES, words};

/// What a unit of a hidden lane is worth beside one of a straight lane, before it is
/// multiplied with what the hidden unit leads to.
const HIDDEN_WORTH: f32 = 0.1;
/// So many weights of ten thousand are within what a byte can say; the others are cut.
const WITHIN: usize = 9_995;

/// What a part counts beside its word.
const PART: f32 = 0.5;

/// A row of the file: its key and its weights.
pub type Row = (u32, [u8; LANES]);

/// The weights that stay.
#[derive(Debug)]
pub struct Compact {
    /// What one step of a weight is worth, for each lane.
    pub scale: [f32; LANES],
    /// How many such steps one of a word is, for each lane.
    pub word_steps: [f32; LANES],
    /// Words with their parts, and the other features; the keys ascend.
    pub words: Vec<Row>,
    pub features: Vec<Row>,
}

impl Compact {
    /// Keeps the most frequent words, and the other features that move the most answers
    /// the furthest.
    pub fn of(
        network: &Network,
        samples: &Samples,
        examples: &[Example],
        settings: &Settings,
    ) -> Self {
        let words = whole_words(network, samples, examples, settings.words);
        let taken: BTreeSet<u32> = words.iter().map(|(key, _)| *key).collect();
        let worth = worth(network, samples);
        let mut ranked: Vec<usize> =
            (0..samples.keys.len()).filter(|at| !taken.contains(&samples.keys[*at])).collect();
        ranked.sort_by(|a, b| worth[*b].total_cmp(&worth[*a]).then(a.cmp(b)));
        ranked.truncate(settings.rows);
        ranked.sort_unstable();
        let features: Vec<(u32, [f32; LANES])> =
            ranked.into_iter().map(|at| (samples.keys[at], lanes(network, at))).collect();
        let scale: [f32; LANES] = std::array::from_fn(|lane| largest(&features, lane) / 127.0);
        let word_steps: [f32; LANES] = std::array::from_fn(|lane| {
            (largest(&words, lane) / 127.0 / scale[lane]).ceil().max(1.0)
        });
        let word_scale = std::array::from_fn(|lane| scale[lane] * word_steps[lane]);
        let rounded = |rows: &[(u32, [f32; LANES])], scale: &[f32; LANES]| {
            rows.iter().map(|(key, weights)| (*key, rounded(weights, scale))).collect()
        };
        Self {
            words: rounded(&words, &word_scale),
            features: rounded(&features, &scale),
            scale,
            word_steps,
        }
    }
}

/// The most frequent words, each with the weights of its parts added to its own.
fn whole_words(
    network: &Network,
    samples: &Samples,
    examples: &[Example],
    most: usize,
) -> Vec<(u32, [f32; LANES])> {
    let places: HashMap<u32, usize> =
        samples.keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let mut parts: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for example in examples.iter().filter(|example| example.role != Role::Test) {
        for (key, of_word) in words(&example.text, tongue(example)) {
            if places.contains_key(&key) {
                parts.entry(key).or_insert(of_word);
            }
        }
    }
    let mut keys: Vec<u32> = parts.keys().copied().collect();
    keys.sort_by_key(|key| (std::cmp::Reverse(samples.counts[places[key]]), *key));
    keys.truncate(most);
    keys.sort_unstable();
    let with_parts = |key: u32| {
        let mut weights = lanes(network, places[&key]);
        for part in parts[&key].iter().filter_map(|part| places.get(part)) {
            for (weight, of_part) in weights.iter_mut().zip(lanes(network, *part)) {
                *weight += PART * of_part;
            }
        }
        (key, weights)
    };
    keys.into_iter().map(with_parts).collect()
}

/// How far each feature moves the answers, all in all.
fn worth(network: &Network, samples: &Samples) -> Vec<f32> {
    let gain: Vec<f32> = (0..HIDDEN)
        .map(|unit| {
            let out = network.out[..ANSWERS].iter().map(|weights| weights[unit].powi(2));
            out.sum::<f32>().sqrt() * HIDDEN_WORTH
        })
        .collect();
    let moved = |at: usize| {
        let moved = lanes(network, at).into_iter().enumerate().map(|(lane, weight)| {
            let factor = if lane < ANSWERS { 1.0 } else { gain[lane - ANSWERS] };
            (weight * factor).powi(2)
        });
        (samples.counts[at] as f32).sqrt() * moved.sum::<f32>().sqrt()
    };
    (0..samples.keys.len()).map(moved).collect()
}

/// The largest weight of a lane that is not cut.
fn largest(rows: &[(u32, [f32; LANES])], lane: usize) -> f32 {
    let mut sizes: Vec<f32> = rows.iter().map(|(_, weights)| weights[lane].abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.get(sizes.len() * WITHIN / 10_000).or(sizes.last());
    largest.copied().unwrap_or_default().max(1e-6)
}

/// All weights of a feature.
fn lanes(network: &Network, at: usize) -> [f32; LANES] {
    let row = SOURCE_ROWS + at;
    std::array::from_fn(|lane| match lane.checked_sub(ANSWERS) {
        None => network.straight[row][lane],
        Some(unit) => network.hidden[row][unit],
    })
}

fn rounded(weights: &[f32; LANES], scale: &[f32; LANES]) -> [u8; LANES] {
    let step = |lane: usize| (weights[lane] / scale[lane]).round().clamp(-127.0, 127.0);
    std::array::from_fn(|lane| (step(lane) as i8).cast_unsigned())
}
