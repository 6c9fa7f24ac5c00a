//! From weights to the bytes of a model.

use super::Settings;
use super::vocabulary::Words;
use super::weights::{Row, Weights};
use crate::head;
use webcare::language::training::{CODES, LANGUAGES, MAGIC, NEUTRAL, PARTS, VERSION, check, part};

/// So many units of a weight make a factor of e.
const UNITS: f32 = 16.0;

/// The file of a model. `heat` is what all weights are divided by so that the confidence is
/// right.
pub fn file(
    settings: &Settings,
    words: &Words,
    weights: &Weights,
    heat: f32,
    sources: &str,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend((1.0 / (UNITS * heat)).to_bits().to_le_bytes());
    bytes.extend(settings.bits.to_le_bytes());
    let sorted = words.sorted();
    bytes.extend(u32::try_from(sorted.len()).unwrap_or_default().to_le_bytes());
    for (before, expected) in weights.before.iter().zip(settings.expected) {
        for (language, before) in before.iter().enumerate() {
            let expected = if language < 2 { 0.0 } else { expected };
            let close = if CODES.get(language) == Some(&"af") { settings.close } else { 0.0 };
            let before = before + expected + close;
            bytes.extend(((before * UNITS).round() as i16).to_le_bytes());
        }
    }
    for bound in 0..=PARTS {
        let before = sorted.partition_point(|(key, _)| part(*key) < bound);
        bytes.extend(u16::try_from(before).unwrap_or(u16::MAX).to_le_bytes());
    }
    for (key, _) in &sorted {
        bytes.extend(check(*key));
    }
    for (_, place) in &sorted {
        if words.is_neutral(*place) {
            bytes.extend([NEUTRAL; LANGUAGES]);
            continue;
        }
        let mut row = weights.rows[(1 << settings.bits) + place];
        words.spelling(*place).pieces(settings.bits, |piece| {
            for (cell, more) in row.iter_mut().zip(weights.rows[piece]) {
                *cell += more;
            }
        });
        bytes.extend(quantised(&row));
    }
    for row in &weights.rows[..1 << settings.bits] {
        bytes.extend(quantised(row));
    }
    head::file(MAGIC, VERSION, sources, &bytes)
}

fn quantised(row: &Row) -> [u8; LANGUAGES] {
    row.map(|weight| ((weight * UNITS).round().clamp(-127.0, 127.0) as i8).cast_unsigned())
}
