"""One SDK client that changes one member of one usage plan many times: `change_plan.py PLAN PATH COUNT`.

Writes a line a change, so that whoever runs it beside others knows that both were at work.
"""

import sys

from service import Service, patch


def main():
    plan, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    service = Service()
    for number in range(1, count + 1):
        service.call(
            "UpdateUsagePlan",
            usagePlanId=plan,
            patchOperations=patch(("replace", path, str(number))),
        )
        print(number, flush=True)


if __name__ == "__main__":
    main()
