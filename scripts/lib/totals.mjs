/**
 * Prints `N passed, N failed`, alone on a line, over several runs of jest, whose reporter adds the totals of each to a file.
 *
 *   node scripts/lib/totals.mjs <file> <runs>
 *
 * A run that broke off before its totals is one failure. Skipped tests are named where there are some.
 */
import { existsSync, readFileSync } from 'node:fs';

const [file, runs] = process.argv.slice(2);
const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
const totals = lines.map((line) => JSON.parse(line));
const sum = (name) => totals.reduce((all, one) => all + one[name], 0);
const failed = sum('failed') + Number(runs) - totals.length;
const skipped = sum('skipped');

console.log(`${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
