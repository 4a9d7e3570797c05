import { join } from 'node:path';

const PAGE = join(__dirname, '../../../../simulator/page');
const nodeRequire = process.getBuiltinModule('node:module').createRequire(__filename);
/** The one that the page uses; its name is not kept in the published file. */
const { Fragment } = nodeRequire('preact') as { Fragment: unknown };

/**
 * A module of the page, loaded by Node itself as the ES module that the browser gets: preact and marked are published
 * as ES modules only, which jest's own `require` refuses.
 */
export const load = <T>(file: string): T => nodeRequire(join(PAGE, file)) as T;

/** A preact node, as far as the tests look at it. */
interface VNode {
	type: string | ((props: object) => unknown);
	props: Record<string, unknown> & { children?: unknown };
}

/** A drawn element with its words, the plain shape that tests compare. */
export interface Drawn {
	tag: string;
	props: Record<string, unknown>;
	children: Array<Drawn | string>;
}

const isVNode = (node: unknown): node is VNode =>
	typeof node === 'object' && node !== null && 'type' in node && 'props' in node;

/** The tree of elements and words; components (which need a browser) are leaves named by their function. */
export function drawn(node: unknown): Array<Drawn | string> {
	if (node === null || node === undefined || typeof node === 'boolean' || node === '') return [];
	if (Array.isArray(node) || (typeof node === 'object' && Symbol.iterator in node))
		return [...(node as Iterable<unknown>)].flatMap(drawn);
	if (!isVNode(node)) return [typeof node === 'string' ? node : JSON.stringify(node)];
	const { children, ...props } = node.props;
	if (typeof node.type === 'function')
		return node.type === Fragment ? drawn(children) : [{ tag: node.type.name, props, children: [] }];
	return [{ tag: node.type, props, children: drawn(children) }];
}

/** Every element of a tree, depth first. */
export function elementsOf(nodes: Array<Drawn | string>): Drawn[] {
	return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsOf(node.children)]));
}

/** All words of a tree, in order. */
export const wordsOf = (nodes: Array<Drawn | string>): string =>
	nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children))).join('');

/** The tree as short markup, for comparing structure: no attributes. */
export const outline = (nodes: Array<Drawn | string>): string =>
	nodes
		.map((node) => (typeof node === 'string' ? node : `<${node.tag}>${outline(node.children)}</${node.tag}>`))
		.join('');
