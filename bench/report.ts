export interface Result {
	name: string;
	/** Milliseconds of each round. */
	ms: number[];
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A table of medians and of their ratios to the baseline. */
export function ratioTable(results: readonly Result[], baseline: number): string {
	const width = Math.max(...results.map(({ name }) => name.length));
	const rows = results.map(({ name, ms }) => {
		const middle = median(ms);
		const spread = `${Math.min(...ms)}–${Math.max(...ms)} ms`;
		return `${name.padEnd(width)}  ${`${middle} ms`.padStart(9)}  ${(middle / baseline).toFixed(2).padStart(6)} ×  (${spread})`;
	});
	return `${rows.join('\n')}\n`;
}
