import { Card, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The same as text, for export and print. */
  readonly text: (row: Row) => string;
  readonly align?: 'left' | 'right';
  readonly width?: number;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly open?: (row: Row) => void;
  /** Told when the end comes near, so that the next page can be had. */
  readonly atEnd?: () => void;
  /** Rows that changed just now, to be shown for a moment. */
  readonly fresh?: ReadonlySet<string>;
  readonly height?: string | number;
}

const ROW = 40;
const CARD = 132;
const OVERSCAN = 12;

/**
 * A table of any length: only what is seen is there. On a narrow screen each row is a card with its headings. `j` and `k` or the
 * arrows move, Enter opens.
 */
export function DataTable<Row>({ label, rows, columns, rowKey, open, atEnd, fresh, height = 'calc(100dvh - 190px)' }: DataTableProps<Row>) {
  const viewport = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const [at, setAt] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => (narrow ? CARD : ROW),
    overscan: OVERSCAN,
    getItemKey: (index) => rowKey(rows[index] as Row),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  if (atEnd && rows.length > 0 && last >= rows.length - 1) queueMicrotask(atEnd);

  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
    const row = rows[at];
    if (event.key === 'Enter' && row !== undefined) open?.(row);
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(at + step, 0), rows.length - 1);
    setAt(next);
    virtual.scrollToIndex(next);
  };

  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const props = (row: Row, index: number) => ({
    key: rowKey(row),
    'data-index': index,
    'aria-rowindex': index + 1,
    className: fresh?.has(rowKey(row)) ? 'fresh' : undefined,
    'data-current': index === at || undefined,
    onClick: () => {
      setAt(index);
      open?.(row);
    },
  });

  return (
    <ScrollArea
      h={height}
      viewportRef={viewport}
      viewportProps={{ tabIndex: 0, 'aria-label': label, role: 'region' }}
      onKeyDown={move}
      type="auto"
    >
      {narrow ? (
        <Stack gap="xs" style={{ paddingTop: before, paddingBottom: after }}>
          {items.map(({ index }) => {
            const row = rows[index] as Row;
            const { key, ...rest } = props(row, index);
            return (
              <Card
                withBorder
                padding="sm"
                key={key}
                {...rest}
                ref={virtual.measureElement}
                style={{ cursor: open ? 'pointer' : undefined }}
              >
                {columns.map((column) => (
                  <Group key={column.key} justify="space-between" gap="xs" wrap="nowrap">
                    <Text size="xs" c="dimmed">
                      {column.header}
                    </Text>
                    <Text size="sm" component="div" ta="right">
                      {column.cell(row)}
                    </Text>
                  </Group>
                ))}
              </Card>
            );
          })}
        </Stack>
      ) : (
        <Table stickyHeader highlightOnHover={open !== undefined} verticalSpacing={6} aria-rowcount={rows.length} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.key} ta={column.align} w={column.width}>
                  {column.header}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {before > 0 && <tr aria-hidden style={{ height: before }} />}
            {items.map(({ index }) => {
              const row = rows[index] as Row;
              const { key, ...rest } = props(row, index);
              return (
                <Table.Tr key={key} {...rest} h={ROW} style={{ cursor: open ? 'pointer' : undefined }}>
                  {columns.map((column) => (
                    <Table.Td key={column.key} ta={column.align}>
                      {column.cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
            {after > 0 && <tr aria-hidden style={{ height: after }} />}
          </Table.Tbody>
        </Table>
      )}
    </ScrollArea>
  );
}
