//! From weights to the bytes of a model. The crate says what they mean.

use super::calibration::Calibration;
use super::compact::Compact;
use super::lexicon::Lexicon;
use super::network::Network;
use super::settings::LEANS;
use webcare::classify::training::{ANSWERS, LANES, MAGIC, Table, VERSION, checksum};

/// The file of a model. `note` says what fed it.
pub fn file(
    note: &str,
    network: &Network,
    compact: &Compact,
    calibration: &Calibration,
    lexicon: &Lexicon,
) -> Vec<u8> {
    let mut body = note.as_bytes().to_vec();
    body.resize(note.len().next_multiple_of(4), 0);
    let numbers = (compact.scale.iter())
        .chain(&compact.word_steps)
        .chain(&network.hidden_bias)
        .chain(network.out[..ANSWERS].iter().flatten())
        .chain(&network.out_bias[..ANSWERS])
        .chain(LEANS.iter().flatten())
        .chain(&calibration.temperatures)
        .chain(&calibration.steps);
    body.extend(numbers.flat_map(|number| number.to_le_bytes()));
    body.extend(Table::write(&compact.words));
    body.extend(Table::write(&compact.features));
    body.extend(&lexicon.table);
    let mut file = MAGIC.to_vec();
    file.extend(VERSION.to_le_bytes());
    file.extend((LANES as u16).to_le_bytes());
    for length in [compact.words.len(), compact.features.len(), lexicon.length, note.len()] {
        file.extend((length as u32).to_le_bytes());
    }
    file.extend(checksum(&body).to_le_bytes());
    file.extend(body);
    file
}
