import type { Holder, OperationNeeds } from './scopeNeeds';

/** Scopes of each holder. */
export type ScopeLists = Readonly<Record<Holder, readonly string[]>>;

/** An operation, and in whose name it is carried out. */
export interface Asked extends Pick<OperationNeeds, 'title' | 'needs'> {
	as: Holder;
}

export interface Standing {
	/** Of whom nothing is known has none. */
	granted: Partial<ScopeLists>;
	/** Asked for, and not granted yet by the administrator. */
	waiting?: Partial<ScopeLists>;
	/** Set where the platform knows the scopes of old alone, as deployments of companies may. */
	coarse?: boolean;
}

export interface MissingScope {
	/** What to add. */
	scope: string;
	of: Holder;
	/** Whether it has been asked for, and waits for the administrator. */
	waiting: boolean;
	/** False where only some choices in the panel need it. */
	always: boolean;
	/** With the scopes that would do as well for this operation. */
	needed_by: Array<{ operation: string; alternatives: string[] }>;
}

/** The scopes of old, a product and a thing, perhaps for reading alone; and those of a login, which are everywhere. */
export const isCoarse = (scope: string): boolean =>
	/^([a-z_]+:[a-z_]+(:readonly)?|offline_access|auth:user\.id:read)$/.test(scope);

/** No person can grant these, although people call the same endpoints. */
const isAppsAlone = (scope: string) => /(:send_as_bot|:bot_access|:access_as_app|:readonly_as_app)$/.test(scope);

/** What one operation lacks, and what it may be mended with. */
interface Gap {
	of: Holder;
	title: string;
	oneOf: readonly string[];
	/** Those of them among which the choice is. */
	choice: readonly string[];
	always: boolean;
}

type Mend = Pick<MissingScope, 'scope' | 'of'>;

/** What is missing, by few scopes that mend all of it; among as good ones the one that asks for least. */
export function missingScopes(asked: readonly Asked[], standing: Standing): MissingScope[] {
	const gaps = asked.flatMap((one) => gapsOf(one, standing));
	let open = gaps;
	return fewest(gaps).map((scope) => {
		const mended = open.filter((gap) => mends(gap, scope));
		open = open.filter((gap) => !mended.includes(gap));
		return {
			...scope,
			waiting: standing.waiting?.[scope.of]?.includes(scope.scope) ?? false,
			always: mended.some(({ always }) => always),
			needed_by: [...new Set(mended.map(({ title }) => title))].map((operation) => {
				const own = mended.filter(({ title }) => title === operation);
				const [first, ...others] = own.map(({ oneOf }) => oneOf.filter((one) => one !== scope.scope));
				return { operation, alternatives: first?.filter((one) => others.every((other) => other.includes(one))) ?? [] };
			}),
		};
	});
}

/** Scopes that mend all gaps, none of which could be left out. */
function fewest(gaps: readonly Gap[]): Mend[] {
	const chosen: Mend[] = [];
	for (let open = gaps; open.length > 0; ) {
		const best = bestFor(open);
		chosen.push(best);
		open = open.filter((gap) => !mends(gap, best));
	}
	return chosen.reduce((kept: Mend[], scope) => {
		const others = kept.filter((other) => other !== scope);
		const isSpare = gaps.every((gap) => !mends(gap, scope) || others.some((other) => mends(gap, other)));
		return isSpare ? others : kept;
	}, chosen);
}

function gapsOf({ title, as, needs }: Asked, { granted, waiting, coarse }: Standing): Gap[] {
	return needs.flatMap((need) => {
		if (need.of !== undefined && need.of !== as) return [];
		const oneOf = need.oneOf.filter((scope) => as === 'tenant' || !isAppsAlone(scope));
		if (oneOf.length === 0 || oneOf.some((scope) => granted[as]?.includes(scope))) return [];
		const within = (choice: readonly string[], fits: (scope: string) => boolean) =>
			choice.some(fits) ? choice.filter(fits) : choice;
		const known = coarse ? within(oneOf, isCoarse) : oneOf;
		const choice = within(known, (scope) => waiting?.[as]?.includes(scope) ?? false);
		return [{ of: as, title, oneOf, choice, always: !need.sometimes }];
	});
}

const mends = (gap: Gap, { scope, of }: Mend): boolean => gap.of === of && gap.choice.includes(scope);

/** The scope that mends most of them; of several the one that its operations name first. */
function bestFor(gaps: readonly Gap[]): Mend {
	const [best] = gaps
		.flatMap(({ of, choice }) => choice.map((scope) => ({ scope, of })))
		.map(({ scope, of }) => {
			const mended = gaps.filter((gap) => mends(gap, { scope, of }));
			const place = Math.max(...mended.map(({ choice }) => choice.indexOf(scope)));
			return { mend: { scope, of }, count: mended.length, place };
		})
		.sort((one, other) => other.count - one.count || one.place - other.place);
	if (!best) throw new Error('Each gap has a scope that mends it');
	return best.mend;
}

/** What has to be added for that. @param coarse leaves out what the platform does not know, for which it would refuse all */
export function scopesToAdd(missing: readonly MissingScope[], { coarse }: Pick<Standing, 'coarse'> = {}): ScopeLists {
	const of = (holder: Holder) =>
		missing
			.filter((one) => one.of === holder && !one.waiting && (!coarse || isCoarse(one.scope)))
			.map(({ scope }) => scope);
	return { tenant: of('tenant'), user: of('user') };
}

/** The text that the developer console takes under Permissions & Scopes → Batch import. */
export const batchImport = ({ tenant, user }: ScopeLists): string =>
	JSON.stringify({ scopes: { tenant, user } }, null, 2);
