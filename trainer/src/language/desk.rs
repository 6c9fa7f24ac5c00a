//! The desk's own messages, from which no model learns.

use super::figures::group;
use crate::texts::{rows, text};
use std::path::Path;
use webcare::language::training::{Model, With, chances};

/// The desk's own messages, which no model learns from.
pub fn ask(folder: &Path, model: &[u8]) -> Result<(), String> {
    let Some(model) = Model::of(model) else { return Err("the model has no head".to_owned()) };
    let (mut right, mut count) = (0, 0);
    let mut seen = std::collections::BTreeSet::new();
    for file in ["coronamelder", "en_sentiment", "written_sentiment"] {
        for row in rows(&folder.join(format!("desk/{file}.jsonl")))? {
            let message = text(&row, "text");
            let labels = row.get("labels");
            let expected = match labels.map(|labels| text(labels, "language")) {
                Some(code) if !code.is_empty() => code,
                _ => ["language", "lang"]
                    .map(|key| text(&row, key))
                    .into_iter()
                    .max()
                    .unwrap_or_default(),
            };
            if expected.is_empty() || !seen.insert(message.to_owned()) {
                continue;
            }
            let found = With(model).judge(message);
            count += 1;
            if group(found.language().as_str()) == group(expected) {
                right += 1;
            } else {
                let chances = chances(&model, message);
                println!(
                    "{file}: {expected} found {} {:.2} (nl {:.2} en {:.2}): {:.90}",
                    found.language(),
                    found.confidence().get(),
                    chances[0],
                    chances[1],
                    message.replace('\n', " ")
                );
            }
        }
    }
    println!("desk: {right} of {count}");
    Ok(())
}
