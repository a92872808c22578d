import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import { usePermissionName } from './role-name';

interface Props {
  label: string;
  how: string;
  /** What may be given: nobody gives what he has not. */
  offered: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error?: string;
}

/** Rights by name, with the code that programs use below. */
export function PermissionPicker({ label, how, offered, chosen, onChange, error }: Props) {
  const name = usePermissionName();
  const shown = [...new Set([...offered, ...chosen])].sort();
  return (
    <Checkbox.Group label={label} description={how} value={[...chosen]} onChange={onChange} error={error}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="sm">
        {shown.map((permission) => (
          <Checkbox
            key={permission}
            value={permission}
            disabled={!offered.includes(permission)}
            label={
              <Stack gap={0} component="span">
                <span>{name(permission)}</span>
                <Text span size="xs" className="quiet part-number">
                  {permission}
                </Text>
              </Stack>
            }
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
