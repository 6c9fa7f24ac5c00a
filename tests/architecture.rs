//! Holds the code against the table of stages in DESIGN.md.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const OPEN_TO_ALL: [&str; 4] = ["error", "config", "Error", "Fault"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The stages of the table in their order, each with what it may import.
fn table() -> Vec<(String, BTreeSet<String>)> {
    let design = fs::read_to_string(root().join("DESIGN.md")).unwrap();
    let rows = design.lines().skip_while(|line| !line.starts_with("| stage |")).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let may = cells[2].split(',').map(|name| name.trim().to_owned()).collect();
        (cells[0].trim_matches('`').to_owned(), may)
    })
    .collect()
}

/// Every Rust file of a stage: its folder, or its one file, or both.
fn files(stage: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    let file = root().join(format!("src/{stage}.rs"));
    if file.exists() {
        found.push(file);
    }
    let folder = root().join(format!("src/{stage}"));
    if folder.exists() {
        walk(&folder, &mut found);
    }
    assert!(!found.is_empty(), "the table names `{stage}`, which has no file");
    found
}

/// The code of a file without comments and without its unit tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// What follows each `crate::` in `code`: one name, or the first names of a group.
fn imported(code: &str) -> BTreeSet<String> {
    let name = |text: &str| -> String {
        let text = text.trim_start();
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            found.insert(name(rest));
            continue;
        };
        let (mut depth, mut start) = (0_i32, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    found.insert(name(&group[start..at]));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    found.insert(name(&group[start..at]));
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    found.remove("");
    found
}

#[test]
fn every_stage_imports_only_what_the_design_allows() {
    let mut broken = Vec::new();
    for (stage, may) in table().iter().filter(|(_, may)| !may.contains("all")) {
        for file in files(stage) {
            for import in imported(&code(&file)) {
                let stage_of = if import == "Priority" { "priority" } else { import.as_str() };
                let allowed =
                    stage_of == stage || OPEN_TO_ALL.contains(&stage_of) || may.contains(stage_of);
                if !allowed {
                    let file = file.strip_prefix(root()).unwrap().display().to_string();
                    broken.push(format!("{file} imports {import}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "against the table in DESIGN.md:\n{}", broken.join("\n"));
}

#[test]
fn lib_lists_the_stages_in_the_order_of_the_table() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let listed: Vec<String> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "))
        .filter_map(|line| line.strip_suffix(';'))
        .filter(|name| !["error", "config"].contains(name))
        .map(str::to_owned)
        .collect();
    let stages: Vec<String> = table().into_iter().map(|(stage, _)| stage).collect();
    assert_eq!(listed, stages);
}

#[test]
fn no_stage_reads_a_clock() {
    let clocks = ["Utc::now", "Local::now", "SystemTime::now", "Instant::now"];
    for (stage, _) in table() {
        for file in files(&stage) {
            let code = code(&file);
            for clock in clocks {
                assert!(!code.contains(clock), "{} reads the clock: {clock}", file.display());
            }
        }
    }
}

#[test]
fn what_reads_the_imports_finds_them_all() {
    let code = "use crate::mention::{Mention, id};\nuse crate::{Error, case::{Case, Event}, \
                sla::Status};\nfn f() -> crate::Priority { crate::calendar::x() }";
    let expected = ["Error", "Priority", "calendar", "case", "mention", "sla"];
    assert_eq!(imported(code), expected.map(str::to_owned).into());
    let groups: BTreeMap<&str, usize> = [("stages", table().len())].into();
    assert!(groups["stages"] > 10);
}
