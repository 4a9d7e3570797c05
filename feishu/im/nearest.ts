/** The known word that was probably meant: at most two letters away, or the beginning of one another. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const wanted = plain(word);
	let best: { word: string; distance: number } | undefined;
	for (const one of known) {
		const distance = plain(one) === wanted ? 0 : editDistance(wanted, plain(one));
		if (distance <= Math.min(2, Math.floor(one.length / 2)) && distance < (best?.distance ?? Infinity))
			best = { word: one, distance };
	}
	return (
		best?.word ??
		known.find((one) => wanted.length > 2 && (plain(one).startsWith(wanted) || wanted.startsWith(plain(one))))
	);
}

/** `imgKey`, `img-key` and `img_key` are one. */
function plain(word: string): string {
	return word.replace(/[_\-\s]/g, '').toLowerCase();
}

/** Insertions, deletions and replacements between two words. Words beyond 40 letters count as far. */
function editDistance(left: string, right: string): number {
	if (left.length > 40 || right.length > 40) return Infinity;
	let previous = Array.from({ length: right.length + 1 }, (_gap, index) => index);
	for (let row = 1; row <= left.length; row++) {
		const current = [row];
		for (let column = 1; column <= right.length; column++) {
			const same = left[row - 1] === right[column - 1] ? 0 : 1;
			current.push(
				Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + same),
			);
		}
		previous = current;
	}
	return previous[right.length] ?? Infinity;
}
