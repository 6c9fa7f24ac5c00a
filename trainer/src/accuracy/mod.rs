//! ACCURACY.md: how often the judgements are right, beside their peers.

mod asked;
mod goals;
mod languages;
mod peers;
mod tables;

use crate::judgement::Material;
use crate::texts::folder;
use peers::{DutchSum, Vader};
use std::path::Path;

const HEAD: &str = include_str!("head.md");

/// Measures everything and writes ACCURACY.md.
pub fn run() -> Result<(), String> {
    let data = folder()?;
    let material = Material::read(&data)?;
    let asked = asked::ask(&material)?;
    let (vader, sum) = (Vader::new(), DutchSum::read(&data)?);
    let parts = [
        HEAD.trim_end().to_owned(),
        format!("## Goals\n\n{}", goals::table(&asked).trim_end()),
        tables::sentiment(&asked, &vader, &sum),
        tables::intent(&asked),
        tables::urgency(&asked),
        languages::section()?,
    ];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ACCURACY.md");
    let text = parts.join("\n\n");
    std::fs::write(&path, text.trim_end().to_owned() + "\n")
        .map_err(|e| format!("{}: {e}", path.display()))
}
