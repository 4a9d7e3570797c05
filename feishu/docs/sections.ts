/** Parts of a document by the headings over them. */
import { InputError } from '../input';
import type { JsonObject } from '../json';
import { blockTree, elementsOf, elementsText, type ReadBlock } from './readBlocks';

export interface Section {
	/** What the heading says. */
	heading: string;
	/** 1 to 9. */
	level: number;
	/** The heading itself, and the block in which it and what belongs to it stand. */
	block: string;
	parent: string;
	/** Where the heading stands among the children of its parent. */
	index: number;
	/**
	 * Behind the last block of the section: up to the next heading of the same level or a higher one, or the end. What is
	 * folded into the heading as its children belongs to it as well.
	 */
	end: number;
	/** The IDs from the heading on. */
	blocks: string[];
}

/** All sections, in the order of the document; those within columns and callouts too. */
export function sectionsOf(blocks: readonly JsonObject[]): Section[] {
	return blockTree(blocks).flatMap(sectionsIn);
}

function sectionsIn(parent: ReadBlock): Section[] {
	const { children } = parent;
	return children.flatMap((block, index): Section[] => {
		const level = levelOf(block);
		if (level === 0) return sectionsIn(block);
		const next = children.findIndex((other, at) => at > index && levelOf(other) > 0 && levelOf(other) <= level);
		const end = next === -1 ? children.length : next;
		const own: Section = {
			heading: elementsText(elementsOf(block)).trim(),
			level,
			block: block.id,
			parent: parent.id,
			index,
			end,
			blocks: children.slice(index, end).map(({ id }) => id),
		};
		return [own, ...sectionsIn(block)];
	});
}

const levelOf = ({ kind }: ReadBlock): number => (kind.startsWith('heading') ? Number(kind.slice(7)) : 0);

/** What people write beside the words of a heading: the marks of Markdown, and more than one blank. */
const plain = (heading: string): string => heading.replace(/\s+/g, ' ').trim();

const loose = (heading: string): string => plain(heading).toLowerCase();

/** How a heading may be meant, the surest way first. */
const WAYS: ReadonlyArray<(heading: string, wanted: string) => boolean> = [
	(heading, wanted) => plain(heading) === plain(wanted),
	(heading, wanted) => loose(heading) === loose(wanted),
	(heading, wanted) => loose(heading).startsWith(loose(wanted)),
];

/** Headings that an error lists. */
const LISTED = 10;

/**
 * The section under a heading: by its words as they are, else in upper or lower case, else by how they begin, where only
 * one begins so. `## Words` asks for a heading of that level.
 * @param label the name of the field on the panel
 * @throws InputError where there is none, or several, with those that there are
 */
export function sectionNamed(blocks: readonly JsonObject[], entered: string, label: string): Section {
	const [, marks = '', wanted = ''] = /^\s*(?:(#{1,9})\s+)?([^]*?)\s*$/.exec(entered) ?? [];
	if (wanted === '') throw new InputError(label, `The field '${label}' is empty`, 'Enter the words of a heading');
	const all = sectionsOf(blocks);
	const sections = all.filter(({ level }) => marks === '' || level === marks.length);
	for (const isMeant of WAYS) {
		const [only, ...others] = sections.filter(({ heading }) => isMeant(heading, wanted));
		if (only && others.length === 0) return only;
		if (only)
			throw new InputError(
				label,
				`${others.length + 1} headings are called '${wanted}': ${listed([only, ...others])}`,
				'Enter all words of one heading, with as many # before them as its level has, or give each a name of its own',
			);
	}
	throw new InputError(
		label,
		`The document has no heading '${entered.trim()}'`,
		all.length === 0 ? 'The document has no headings at all' : `These are its headings: ${listed(all)}`,
	);
}

function listed(sections: readonly Section[]): string {
	const said = sections.slice(0, LISTED).map(({ level, heading }) => `${'#'.repeat(level)} ${heading}`);
	const more = sections.length - said.length;
	return said.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
