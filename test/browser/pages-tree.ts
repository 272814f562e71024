/** The accessibility tree of a page, as the browser gives it to a screen reader. */
import type { Page } from "playwright-core";

export interface TreeNode {
  id: string;
  role: string;
  name: string;
  parent: string | undefined;
}

export interface Tree {
  /** In the order of reading. */
  all(role: string): TreeNode[];
  within(node: TreeNode | undefined, role: string): TreeNode[];
  rolesAbove(node: TreeNode): string[];
}

export async function treeOf(page: Page): Promise<Tree> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const read = nodes.map(({ nodeId, role, name, parentId, ignored }) => ({
    id: nodeId,
    role: ignored ? "" : String(role?.value ?? ""),
    name: String(name?.value ?? ""),
    parent: parentId,
  }));
  const byId = new Map(read.map((node) => [node.id, node]));
  const above = (node: TreeNode): TreeNode[] => {
    const parent = node.parent === undefined ? undefined : byId.get(node.parent);
    return parent ? [parent, ...above(parent)] : [];
  };
  const all = (role: string) => read.filter((node) => node.role === role);
  return {
    all,
    within: (node, role) =>
      node ? all(role).filter((one) => above(one).some(({ id }) => id === node.id)) : [],
    rolesAbove: (node) => above(node).map(({ role }) => role),
  };
}
