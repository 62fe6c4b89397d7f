import type { Run } from './run.js';

/** What a selection costs: its own fields, and for each list its length times what one item costs. */
export interface CostNode {
  fixed: number;
  readonly lists: { readonly size: number | ((run: Run) => number); readonly each: CostNode }[];
  /** Of each of these only the dearest counts. */
  readonly choices: CostNode[][];
}

export const costNode = (): CostNode => ({ fixed: 0, lists: [], choices: [] });

export const evaluate = (node: CostNode, run: Run): number => {
  let cost = node.fixed;
  for (const { size, each } of node.lists) cost += (typeof size === 'number' ? size : size(run)) * evaluate(each, run);
  for (const choice of node.choices) cost += Math.max(0, ...choice.map((one) => evaluate(one, run)));
  return cost;
};
