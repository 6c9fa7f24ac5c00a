//! The head of a model file: what it is, which version, how long, its checksum, and what
//! the model was trained on.

use crate::folds::hash;

/// A model file: a head before the names of the sources and the weights.
pub fn file(magic: [u8; 8], version: u32, sources: &str, weights: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(weights.len() + sources.len() + 4);
    body.extend(length(sources.len()).to_le_bytes());
    body.extend(sources.as_bytes());
    body.extend(weights);
    let mut file = Vec::with_capacity(body.len() + 24);
    file.extend(magic);
    file.extend(version.to_le_bytes());
    file.extend(length(body.len()).to_le_bytes());
    file.extend(hash(&body).to_le_bytes());
    file.extend(body);
    file
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
