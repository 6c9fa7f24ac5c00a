//! What each stage costs: `cargo bench`. One file a stage.

mod calendar;
mod case;
mod channel;
mod classify;
mod desk;
mod language;
mod mention;
mod reply;
mod routing;
mod sla;

fn main() {
    divan::main();
}
