import { PlatformError } from '../platform/envelope';
import type { Definition, DefinitionCondition } from '../state/approvals';
import type { ApprovalTrouble, Troubles } from '../state/troubles';
import { refused } from './problem';

type Deed = 'start' | 'preview' | 'approve';

/** What can't be done with an approval of which something is so, and how it is refused. */
const OF_DEFINITION: Readonly<
	Record<DefinitionCondition, readonly [deeds: readonly Deed[], refuse: () => PlatformError]>
> = {
	paid: [['start'], refused.paidApproval],
	paidKind: [['start'], refused.paidKind],
	noWay: [['preview', 'approve'], refused.noWay],
	failsToStart: [['start'], refused.notStarted],
	againstRules: [['start'], refused.againstRules],
};

/** @throws PlatformError where what is so of the approval is against it */
export function requireCondition({ condition }: Definition, deed: Deed): void {
	if (condition === undefined) return;
	const [deeds, refuse] = OF_DEFINITION[condition];
	if (deeds.includes(deed)) throw refuse();
}

type Trouble = Exclude<ApprovalTrouble, 'none'>;

interface Asked {
	method: string;
	path: string;
}

const isAny = () => true;
/** What changes an instance that is there; only a lock of it can be in the way. */
const changesInstance = ({ method, path }: Asked) =>
	method !== 'GET' &&
	/\/(?:tasks|instances)\/(?:\w+)$/.test(path) &&
	!/(?:preview|query|search|search_cc|initiate|subscription)$/.test(path);
const isExternal = ({ path }: Asked) => path.endsWith('/external_instances');

/** What is the matter with all approvals, which endpoints it is felt by, and how they say so. */
const TROUBLES: Readonly<Record<Trouble, readonly [of: (asked: Asked) => boolean, refuse: () => PlatformError]>> = {
	busy: [isAny, refused.busy],
	failing: [isAny, refused.failing],
	locked: [changesInstance, refused.locked],
	unknownCompany: [isExternal, refused.unknownCompany],
};

/** @throws PlatformError where an endpoint feels the trouble that approvals have at present */
export function requireNoTrouble({ approvalTrouble: trouble }: Troubles, asked: Asked): void {
	if (trouble === 'none') return;
	const [isFelt, refuse] = TROUBLES[trouble];
	if (isFelt(asked)) throw refuse();
}
