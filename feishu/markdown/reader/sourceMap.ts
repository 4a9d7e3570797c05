/** Which place of the text a place in the words of a paragraph or cell is: marks of lists and quotes stand between. */
export class SourceMap {
	private readonly anchors: Array<readonly [own: number, source: number]> = [];

	/** From `own` on, until the next one. In the order of the words. */
	add(own: number, source: number): void {
		this.anchors.push([own, source]);
	}

	at(own: number): number {
		let [low, high] = [0, this.anchors.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.anchors[middle]?.[0] ?? 0) <= own) low = middle + 1;
			else high = middle;
		}
		const [start, source] = this.anchors[Math.max(0, low - 1)] ?? [0, 0];
		return source + own - start;
	}
}

/** The words of a leaf and where they stand. */
export interface Leaf {
	text: string;
	map: SourceMap;
}

/** Words that go over the lines from `first` on, each without what stands before it. */
export function leafOf(text: string, first: number, lines: readonly string[], offsets: readonly number[]): Leaf {
	const map = new SourceMap();
	let own = 0;
	text.split('\n').forEach((line, index) => {
		const written = /[^ \t](?:[^]*[^ \t])?/.exec(line);
		const at = written?.index ?? 0;
		const source = lines[first + index] ?? '';
		const found = Math.max(0, source.lastIndexOf(written?.[0] ?? ''));
		map.add(own, (offsets[first + index] ?? 0) + Math.max(0, found - at));
		own += line.length + 1;
	});
	return { text, map };
}
